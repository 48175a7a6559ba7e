package io.github.cffi4j.platform;

import java.util.List;
import java.util.Optional;

/** The processor architectures that cffi4j builds for, named as os-maven-plugin names them. A row holds all that is known of one. */
public enum Architecture {
    X86_64(new Row("x86_64")
            .osArch("amd64", "x64")
            .builders("x86_64", "x86-64")
            .macros("__x86_64__ __x86_64 __amd64__ __amd64")),
    AARCH_64(new Row("aarch_64")
            .osArch("aarch64", "arm64")
            .builders("aarch64", "aarch64")
            .macros("__aarch64__")),
    RISCV64(new Row("riscv64").osArch("riscv64").builders("riscv64", "riscv64").macros("__riscv __riscv_xlen=64")),
    PPCLE_64(new Row("ppcle_64")
            .osArch("ppc64le")
            .builders("powerpc64le", "ppc64le")
            .qemuName("ppc64le")
            .macros("__powerpc64__ __powerpc__ __PPC__ __PPC64__")
            .longDoubleOfTwoDoubles()),
    S390_64(new Row("s390_64")
            .osArch("s390x")
            .builders("s390x", "s390x")
            .macros("__s390x__ __s390__ __BIG_ENDIAN__")
            .bigEndian()),
    LOONGARCH_64(new Row("loongarch_64")
            .osArch("loongarch64")
            .builders("loongarch64", "loongarch64")
            .macros("__loongarch64 __loongarch__ __loongarch_lp64 __loongarch_grlen=64")),
    ARM_32(new Row("arm_32")
            .osArch("arm")
            .builders("arm", "arm-v7")
            .muslName("armv7")
            .macros("__arm__ __arm")
            .narrow()),
    X86_32(new Row("x86_32")
            .osArch("x86", "i386", "i486", "i586", "i686")
            .builders("x86", "x86")
            .qemuName("i386")
            .macros("__i386__ __i386 i386")
            .narrow());

    private final Row row;

    Architecture(Row row) {
        this.row = row;
    }

    /** The part of a classifier that stands for this architecture, such as {@code aarch_64}. */
    public String classifier() {
        return row.classifier;
    }

    /** The size of a pointer in bits. */
    public int bits() {
        return row.bits;
    }

    /** Returns true if the highest byte of a number comes first in memory. */
    public boolean bigEndian() {
        return row.bigEndian;
    }

    /** Returns true if C's {@code long double} is the sum of two doubles. */
    public boolean longDoubleOfTwoDoubles() {
        return row.longDoubleOfTwoDoubles;
    }

    /** The name in zig's targets and releases, such as {@code aarch64}. */
    public String zigName() {
        return row.zigName;
    }

    /** The value of Gradle's attribute {@code org.gradle.native.architecture}, such as {@code x86-64}. */
    public String gradleName() {
        return row.gradleName;
    }

    /** The name in the file names of musl on Alpine Linux, such as {@code aarch64}. */
    public String muslName() {
        return row.muslName;
    }

    /** The name in the file names of qemu's emulators, such as {@code aarch64}. */
    public String qemuName() {
        return row.qemuName;
    }

    /** The macro that the compiler defines for this architecture and for no other, such as {@code __aarch64__}. */
    public String macro() {
        return Macros.first(row.macros);
    }

    /** All macros that the compiler defines for this architecture, as {@link Macros} reads them. */
    String macros() {
        return row.macros;
    }

    /** The usual value of {@code os.arch}; see {@link Platform#osArch}. */
    String osArch() {
        return row.osArchs.get(0);
    }

    /** The architecture that a JVM calls this in {@code os.arch}, in any of the spellings there are. */
    public static Optional<Architecture> ofOsArch(String osArch) {
        return ofPlainName(HostClassifier.plain(osArch));
    }

    /** The architecture with a name that {@link HostClassifier#plain} made plain. */
    static Optional<Architecture> ofPlainName(String plain) {
        for (Architecture architecture : values()) {
            if (architecture.row.names(plain)) {
                return Optional.of(architecture);
            }
        }
        return Optional.empty();
    }

    /** The named parts of a row. */
    private static final class Row {
        private final String classifier;
        private List<String> osArchs;
        private String zigName;
        private String gradleName;
        private String muslName;
        private String qemuName;
        private String macros;
        private int bits = Long.SIZE;
        private boolean bigEndian;
        private boolean longDoubleOfTwoDoubles;

        Row(String classifier) {
            this.classifier = classifier;
        }

        /** The names that JVMs have for it; the first is the usual one. */
        Row osArch(String... names) {
            osArchs = List.of(names);
            return this;
        }

        Row builders(String zig, String gradle) {
            zigName = zig;
            gradleName = gradle;
            muslName = zig;
            qemuName = zig;
            return this;
        }

        /** Musl's name, if it is not zig's. */
        Row muslName(String name) {
            muslName = name;
            return this;
        }

        /** Qemu's name, if it is not zig's. */
        Row qemuName(String name) {
            qemuName = name;
            return this;
        }

        Row macros(String text) {
            macros = text;
            return this;
        }

        /** Pointers have 32 bits. */
        Row narrow() {
            bits = Integer.SIZE;
            return this;
        }

        Row bigEndian() {
            bigEndian = true;
            return this;
        }

        Row longDoubleOfTwoDoubles() {
            longDoubleOfTwoDoubles = true;
            return this;
        }

        boolean names(String plain) {
            return plain.equals(HostClassifier.plain(classifier)) || osArchs.contains(plain);
        }
    }
}
