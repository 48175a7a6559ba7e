package io.github.cffi4j.audit.facts;

import java.util.List;
import java.util.Optional;

/**
 * An ELF file: Linux, the BSDs, Android.
 *
 * @param osAbi the header's OS ABI; 0 and 3 on Linux
 * @param soname its own name
 * @param runPaths {@code DT_RPATH} and {@code DT_RUNPATH} as they are
 * @param versionNeeds the symbol versions it asks for
 * @param stack what {@code PT_GNU_STACK} says
 * @param textRelocations whether its code is changed while loading
 * @param relro whether relocated data becomes read-only
 * @param bindNow whether all symbols are bound while loading
 * @param android whether it carries Android's note
 */
public record ElfFacts(
        CommonFacts common,
        int osAbi,
        Optional<String> soname,
        List<String> runPaths,
        List<VersionNeed> versionNeeds,
        Stack stack,
        boolean textRelocations,
        boolean relro,
        boolean bindNow,
        boolean android)
        implements LibraryFacts {

    public ElfFacts {
        runPaths = List.copyOf(runPaths);
        versionNeeds = List.copyOf(versionNeeds);
    }

    /** The stack that a library asks for. */
    public enum Stack {
        PLAIN,
        EXECUTABLE,
        /** Nothing is said; glibc then takes an executable one on most machines. */
        UNSAID
    }

    /**
     * @param library that has the version: {@code libc.so.6}
     * @param version such as {@code GLIBC_2.17}
     */
    public record VersionNeed(String library, String version) {}

    @Override
    public String format() {
        return "ELF";
    }
}
