package org.example.zlib;

import static org.example.zlib.Zlib.*;

import java.nio.charset.StandardCharsets;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        byte[] text = "the library of this machine".repeat(100).getBytes(StandardCharsets.UTF_8);
        System.out.println("crc32: " + Long.toHexString(crc32(0, text, text.length)));
        System.out.println("zlib " + zlib_major());
    }
}
