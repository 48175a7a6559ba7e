package io.github.cffi4j.benchmark.real;

import com.goterl.lazysodium.LazySodiumJava;
import com.goterl.lazysodium.SodiumJava;
import io.github.cffi4j.Arena;
import io.github.cffi4j.Ref;
import java.nio.file.Path;
import java.sql.DriverManager;
import net.jpountz.lz4.LZ4Factory;
import org.eclipse.jgit.api.Git;
import org.example.libgit2.Repository;
import org.example.libsodium.Sodium;
import org.example.lz4.Lz4;
import org.example.pcre2.Regex;
import org.example.sqlite.Sqlite;
import org.example.zstd.Zstd;

/** A program that makes one call: its processor time is what a start costs. */
public final class FirstCall {
    private FirstCall() {}

    /** The first argument is the library, the second {@code ours} or {@code peer}; the third is a repository of git. */
    public static void main(String[] arguments) throws Exception {
        byte[] data = new byte[64];
        byte[] space = new byte[200];
        switch (arguments[0] + " " + arguments[1]) {
            case "zstd ours" -> Zstd.ZSTD_compress(space, space.length, data, data.length, 3);
            case "zstd peer" ->
                com.github.luben.zstd.Zstd.compressByteArray(space, 0, space.length, data, 0, data.length, 3);
            case "LZ4 ours" -> Lz4.LZ4_compress_default(data, space, data.length, space.length);
            case "LZ4 peer" ->
                LZ4Factory.nativeInstance().fastCompressor().compress(data, 0, data.length, space, 0, space.length);
            case "SQLite ours" -> openSqlite();
            case "SQLite peer" -> DriverManager.getConnection("jdbc:sqlite::memory:");
            case "PCRE2 ours" -> Regex.compile("a(b)").find("ab").toList();
            case "PCRE2 peer" ->
                java.util.regex.Pattern.compile("a(b)").matcher("ab").results().toList();
            case "libsodium ours" -> Sodium.randombytes_buf(data, data.length);
            case "libsodium peer" -> new LazySodiumJava(new SodiumJava()).randomBytesBuf(data.length);
            case "libgit2 ours" -> Repository.open(Path.of(arguments[2])).log();
            case "libgit2 peer" ->
                Git.open(Path.of(arguments[2]).toFile()).log().call().forEach(commit -> {});
            default -> throw new IllegalArgumentException(arguments[0] + " " + arguments[1]);
        }
    }

    private static void openSqlite() {
        try (Arena arena = Arena.open()) {
            Ref<Sqlite.sqlite3> out = Sqlite.sqlite3.ref(arena);
            Sqlite.sqlite3_open(":memory:", out);
        }
    }
}
