package io.github.cffi4j.audit.facts;

import java.util.List;
import java.util.Optional;

/**
 * A Mach-O file, or one slice of a fat one.
 *
 * @param installName what it calls itself, {@code LC_ID_DYLIB}
 * @param target the system and its oldest version
 * @param runPaths {@code LC_RPATH}
 * @param signature what signs it; empty if it is not signed
 */
public record MachOFacts(
        CommonFacts common,
        Optional<String> installName,
        Optional<Target> target,
        List<String> runPaths,
        Optional<CodeSignature> signature)
        implements LibraryFacts {

    public MachOFacts {
        runPaths = List.copyOf(runPaths);
    }

    /**
     * @param system {@code macOS}, {@code iOS} or the number of another
     * @param oldest the version it asks for, as {@code 11.0}
     */
    public record Target(String system, String oldest) {}

    @Override
    public String format() {
        return "Mach-O";
    }
}
