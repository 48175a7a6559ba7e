package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.facts.ElfFacts;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.facts.MachOFacts;
import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.OperatingSystem;
import java.util.Optional;
import java.util.Set;

/**
 * The system of a library according to its content.
 *
 * @param name for people: {@code Linux}, {@code Solaris}
 * @param os if it is one of those there are policies for
 * @param libc if the content tells
 */
record ActualSystem(String name, Optional<OperatingSystem> os, Optional<Libc> libc) {
    private static final int SYSTEM_V = 0;
    private static final int GNU = 3;
    private static final int SOLARIS = 6;
    private static final int FREEBSD = 9;
    private static final Set<String> SOLARIS_LIBRARIES = Set.of("libc.so.1", "libm.so.2");

    /**
     * @param place the system that its place is for: an ELF library that needs no C library says of none that it is not for it
     */
    static ActualSystem of(LibraryFacts facts, Optional<OperatingSystem> place) {
        if (facts instanceof ElfFacts elf) {
            ActualSystem system = ofElf(elf);
            boolean open = system.libc().isEmpty() && system.os().equals(Optional.of(OperatingSystem.LINUX));
            return open && place.equals(Optional.of(OperatingSystem.FREEBSD)) ? freeBsd() : system;
        } else if (facts instanceof MachOFacts macho) {
            String system = macho.target().map(MachOFacts.Target::system).orElse("macOS");
            return system.equals("macOS")
                    ? new ActualSystem(system, Optional.of(OperatingSystem.OSX), Optional.of(Libc.LIBSYSTEM))
                    : new ActualSystem(system, Optional.empty(), Optional.empty());
        }
        return new ActualSystem("Windows", Optional.of(OperatingSystem.WINDOWS), Optional.of(Libc.UCRT));
    }

    static boolean musl(String library) {
        return library.equals("libc.so") || library.startsWith("libc.musl-") || library.startsWith("ld-musl-");
    }

    static boolean glibc(ElfFacts elf) {
        return elf.common().needed().contains("libc.so.6")
                || elf.versionNeeds().stream().anyMatch(need -> need.version().startsWith("GLIBC_"));
    }

    private static ActualSystem ofElf(ElfFacts elf) {
        if (elf.android()
                || elf.common().needed().contains("liblog.so")
                || elf.versionNeeds().stream().anyMatch(need -> need.version().equals("LIBC"))) {
            return foreign("Android");
        } else if (elf.osAbi() == FREEBSD || elf.common().needed().contains("libc.so.7")) {
            return freeBsd();
        } else if (elf.osAbi() == SOLARIS || elf.common().needed().stream().anyMatch(SOLARIS_LIBRARIES::contains)) {
            return foreign("Solaris");
        } else if (elf.osAbi() != SYSTEM_V && elf.osAbi() != GNU) {
            return foreign("OS ABI " + elf.osAbi());
        }
        Optional<Libc> libc = Optional.empty();
        if (glibc(elf)) {
            libc = Optional.of(Libc.GLIBC);
        } else if (elf.common().needed().stream().anyMatch(ActualSystem::musl)) {
            libc = Optional.of(Libc.MUSL);
        }
        return new ActualSystem("Linux", Optional.of(OperatingSystem.LINUX), libc);
    }

    private static ActualSystem freeBsd() {
        return new ActualSystem("FreeBSD", Optional.of(OperatingSystem.FREEBSD), Optional.of(Libc.FREEBSD));
    }

    private static ActualSystem foreign(String name) {
        return new ActualSystem(name, Optional.empty(), Optional.empty());
    }
}
