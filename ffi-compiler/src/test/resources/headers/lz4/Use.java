package whole;

import static whole.Whole.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import java.nio.charset.StandardCharsets;

/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        System.out.println("LZ4 " + LZ4_versionString().string());
        byte[] text = "whole headers ".repeat(100).getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.open()) {
            BytePointer packed = BytePointer.allocate(arena, LZ4_compressBound(text.length));
            int length = LZ4_compress_default(
                    BytePointer.of(arena, text), packed, text.length, LZ4_compressBound(text.length));
            BytePointer back = BytePointer.allocate(arena, text.length);
            System.out.println(length < text.length);
            System.out.println(LZ4_decompress_safe(packed, back, length, text.length) == text.length);
        }
    }
}
