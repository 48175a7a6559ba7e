package whole;

import static whole.Whole.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import java.nio.charset.StandardCharsets;

/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        System.out.println("zstd " + ZSTD_versionString().string() + ", of " + ZSTD_VERSION_STRING.string());
        byte[] text = "whole headers ".repeat(100).getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.open()) {
            long bound = ZSTD_compressBound(text.length);
            BytePointer packed = BytePointer.allocate(arena, bound);
            long length = ZSTD_compress(packed, bound, BytePointer.of(arena, text), text.length, ZSTD_CLEVEL_DEFAULT);
            System.out.println(ZSTD_isError(length) + " " + (length < text.length));
            System.out.println(ZSTD_getFrameContentSize(packed, length) == text.length);
        }
    }
}
