package io.github.cffi4j.compiler.compile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions of glibc that functions came with, as zig's own list has them ({@code lib/libc/glibc/abilists}): the names of
 * glibc's libraries, its versions, the targets, and then for each function where it is and since when.
 */
public final class GlibcSymbols {
    private static final int LAST = 0x80;

    private final ByteBuffer list;
    private final List<String> versions = new ArrayList<>();

    private GlibcSymbols(byte[] list) {
        this.list = ByteBuffer.wrap(list).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Returns the oldest version of glibc that has a function on some target; none if glibc has no such function, or the list
     * cannot be read: it is there for hints.
     *
     * @param zigLibrary zig's folder {@code lib}
     */
    public static Optional<String> since(Path zigLibrary, String function) {
        try {
            byte[] list = Files.readAllBytes(
                    zigLibrary.resolve("libc").resolve("glibc").resolve("abilists"));
            return new GlibcSymbols(list).find(function);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> find(String function) {
        names();
        for (int count = unsigned(); count > 0; count--) {
            versions.add(unsigned() + "." + unsigned());
            unsigned();
        }
        names();
        int oldest = Integer.MAX_VALUE;
        boolean sought = false;
        boolean fresh = true;
        for (int count = Short.toUnsignedInt(list.getShort()); count > 0; count--) {
            if (fresh) {
                sought = name().equals(function);
            }
            skipTargets();
            fresh = (unsigned() & LAST) != 0;
            int version;
            do {
                version = unsigned();
                if (sought) {
                    oldest = Math.min(oldest, version & ~LAST);
                }
            } while ((version & LAST) == 0);
        }
        return oldest < versions.size() ? Optional.of(versions.get(oldest)) : Optional.empty();
    }

    private void names() {
        for (int count = unsigned(); count > 0; count--) {
            name();
        }
    }

    private String name() {
        int start = list.position();
        while (list.get() != 0) {
            // Up to the end of the name.
        }
        return new String(list.array(), start, list.position() - 1 - start, StandardCharsets.US_ASCII);
    }

    /** A bit for each, in groups of seven. */
    private void skipTargets() {
        while ((list.get() & LAST) != 0) {
            // Up to the last group.
        }
    }

    private int unsigned() {
        return Byte.toUnsignedInt(list.get());
    }
}
