package whole;

import static whole.Whole.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import java.nio.charset.StandardCharsets;

/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        System.out.println("zlib " + zlibVersion().string());
        byte[] text = "whole headers ".repeat(100).getBytes(StandardCharsets.UTF_8);
        System.out.println(Long.toHexString(crc32(0, text, text.length)));
        try (Arena arena = Arena.open()) {
            BytePointer packed = BytePointer.allocate(arena, compressBound(text.length));
            c_ulong length = c_ulong.allocate(arena);
            length.set(compressBound(text.length));
            System.out.println(compress(packed, length, BytePointer.of(arena, text), text.length) == Z_OK);
            System.out.println(length.get() < text.length);
        }
    }
}
