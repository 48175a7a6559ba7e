package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads for which system and processor a static library was compiled: a makefile may have called another compiler than it was told,
 * and a library that was built elsewhere may be in the wrong place.
 */
public final class StaticLibrary {
    private static final String MAGIC = "!<arch>\n";
    private static final String THIN_MAGIC = "!<thin>\n";
    private static final int MEMBER_HEADER = 60;
    private static final int SIZE = 48;
    private static final int SIZE_DIGITS = 10;
    private static final int NAME_DIGITS = 16;
    private static final int SHORTEST_OBJECT = 20;
    private static final int ELF = 0x464c457f;
    private static final int ELF_MACHINE = 18;
    private static final int MACH_O_64 = 0xfeedfacf;
    private static final int MACH_O_FAT = 0xbebafeca;

    /** How the members of a DLL's import library begin: no machine, and a count of sections that no object has. */
    private static final int IMPORT = 0xffff0000;

    private static final int IMPORT_VERSION = 4;
    private static final int BITCODE = 0xdec04342;

    private StaticLibrary() {}

    /** Returns true if a file begins like a static library of any kind; {@code 8} bytes are enough. */
    public static boolean isArchive(byte[] head) {
        String magic = new String(head, 0, Math.min(head.length, MAGIC.length()), StandardCharsets.ISO_8859_1);
        return magic.equals(MAGIC) || magic.equals(THIN_MAGIC);
    }

    /** Returns what is wrong with a library for a platform: {@code it has objects for ELF 62}; empty if nothing is. */
    public static Optional<String> mismatch(Path library, Platform platform) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(library)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return mismatch(bytes, platform);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.of("it is a damaged static library");
        }
    }

    private static Optional<String> mismatch(ByteBuffer bytes, Platform platform) {
        String magic = bytes.capacity() < MAGIC.length() ? "" : text(bytes, 0, MAGIC.length());
        if (magic.equals(THIN_MAGIC)) {
            return Optional.of("it is a thin archive, which only names its objects");
        } else if (!magic.equals(MAGIC)) {
            return Optional.of(
                    bytes.capacity() >= 4 && bytes.getInt(0) == MACH_O_FAT
                            ? "it is a universal file of several processors"
                            : "it is not a static library");
        }
        int at = MAGIC.length();
        while (at + MEMBER_HEADER <= bytes.capacity()) {
            int size = Integer.parseInt(text(bytes, at + SIZE, SIZE_DIGITS).strip());
            String name = text(bytes, at, NAME_DIGITS);
            int start = at + MEMBER_HEADER;
            if (name.startsWith("#1/")) {
                start += Integer.parseInt(name.substring(3).strip());
            }
            int end = at + MEMBER_HEADER + size;
            if (size < 0 || end > bytes.capacity()) {
                return Optional.of("it is a damaged static library");
            }
            if (!name.startsWith("/") && end - start >= SHORTEST_OBJECT) {
                Optional<String> wrong = wrongMember(bytes, start, platform);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            at = end + (size & 1);
        }
        return Optional.empty();
    }

    private static Optional<String> wrongMember(ByteBuffer bytes, int start, Platform platform) {
        int magic = bytes.getInt(start);
        if (magic == IMPORT && bytes.getShort(start + IMPORT_VERSION) == 0) {
            return Optional.of("it is the import library of a DLL");
        } else if (magic == BITCODE) {
            return Optional.of("it has LLVM bitcode in place of objects, for link-time optimisation");
        }
        String found = target(bytes, start);
        return found.isEmpty() || found.equals(expected(platform))
                ? Optional.empty()
                : Optional.of("it has objects for " + found);
    }

    /** The format and processor of an object; empty if it is none. */
    private static String target(ByteBuffer bytes, int start) {
        int magic = bytes.getInt(start);
        if (magic == ELF) {
            boolean big = bytes.get(start + 5) == 2;
            int machine = Short.toUnsignedInt(bytes.getShort(start + ELF_MACHINE));
            return "ELF " + (big ? Integer.reverseBytes(machine) >>> 16 : machine);
        } else if (magic == MACH_O_64) {
            return "Mach-O " + Integer.toHexString(bytes.getInt(start + 4));
        }
        int machine = Short.toUnsignedInt(bytes.getShort(start));
        return switch (machine) {
            case 0x8664, 0xaa64, 0x14c -> "COFF " + Integer.toHexString(machine);
            default -> "";
        };
    }

    private static String expected(Platform platform) {
        if (platform.os() == OperatingSystem.OSX) {
            return platform.arch() == Architecture.X86_64 ? "Mach-O 1000007" : "Mach-O 100000c";
        } else if (platform.os() == OperatingSystem.WINDOWS) {
            return switch (platform.arch()) {
                case AARCH_64 -> "COFF aa64";
                case X86_32 -> "COFF 14c";
                default -> "COFF 8664";
            };
        }
        return switch (platform.arch()) {
            case X86_64 -> "ELF 62";
            case AARCH_64 -> "ELF 183";
            case RISCV64 -> "ELF 243";
            case PPCLE_64 -> "ELF 21";
            case S390_64 -> "ELF 22";
            case LOONGARCH_64 -> "ELF 258";
            case ARM_32 -> "ELF 40";
            case X86_32 -> "ELF 3";
        };
    }

    private static String text(ByteBuffer bytes, int start, int length) {
        return new String(bytes.array(), start, length, StandardCharsets.ISO_8859_1);
    }
}
