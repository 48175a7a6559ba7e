package io.github.cffi4j.dynamic;

import java.io.ByteArrayOutputStream;

/** Bytes of a class file, which is big-endian. */
final class Bytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Bytes u1(int value) {
        bytes.write(value);
        return this;
    }

    Bytes u2(int value) {
        return u1(value >> 8).u1(value);
    }

    Bytes u4(int value) {
        return u2(value >> 16).u2(value);
    }

    Bytes u8(long value) {
        return u4((int) (value >> 32)).u4((int) value);
    }

    Bytes all(Bytes others) {
        bytes.writeBytes(others.toArray());
        return this;
    }

    Bytes all(byte[] others) {
        bytes.writeBytes(others);
        return this;
    }

    /** Adds text with its length before it, as class files encode it: each {@code char} for itself, and a NUL as two bytes. */
    Bytes text(String text) {
        Bytes encoded = new Bytes();
        for (int i = 0; i < text.length(); i++) {
            int letter = text.charAt(i);
            if (letter > 0 && letter < 0x80) {
                encoded.u1(letter);
            } else if (letter < 0x800) {
                encoded.u1(0xC0 | letter >> 6).u1(0x80 | letter & 0x3F);
            } else {
                encoded.u1(0xE0 | letter >> 12).u1(0x80 | letter >> 6 & 0x3F).u1(0x80 | letter & 0x3F);
            }
        }
        if (encoded.size() > 0xFFFF) {
            throw new IllegalArgumentException("no class has a constant of " + encoded.size() + " bytes");
        }
        return u2(encoded.size()).all(encoded);
    }

    int size() {
        return bytes.size();
    }

    byte[] toArray() {
        return bytes.toByteArray();
    }
}
