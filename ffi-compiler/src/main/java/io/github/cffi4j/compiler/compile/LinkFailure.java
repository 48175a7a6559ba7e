package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.process.ProcessResult;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The words for a link that failed: what the linker said, and what to do about it. */
final class LinkFailure {
    /** The fix for something of macOS that only its SDK has. */
    private static final String MACOS_SDK =
            "frameworks are part of Apple's SDK, which zig may not bring along. Look functions up"
                    + " when running, by dlopen and dlsym; or, with an SDK on the machines that build, name its folder in a"
                    + " <platformSetting> for osx-*: -F<sdk>/System/Library/Frameworks in <compilerFlags> and <linkerFlags>";

    private LinkFailure() {}

    /** Returns the first symbols that a link lacks, for people. */
    static String missing(ProcessResult failed) {
        String symbols = failed.stderr()
                .lines()
                .filter(line -> line.contains("undefined symbol: "))
                .map(line -> line.substring(line.indexOf("undefined symbol: ") + "undefined symbol: ".length())
                        .strip())
                .distinct()
                .limit(3)
                .map(symbol -> "'" + symbol + "'")
                .collect(Collectors.joining(", "));
        return symbols.isEmpty() ? "more than the lean link has" : symbols;
    }

    /** Returns the error for a link that failed, with the fix if there is one. */
    static LinkException of(Platform platform, Path library, ProcessResult failed, Path zigLibrary) {
        return new LinkException("cannot link " + library.getFileName() + " for " + platform.classifier() + ":\n"
                + failed.stderr().strip()
                + TargetHints.of(failed.stderr(), List.of(platform), zigLibrary)
                        .map(fix -> "\n  fix: " + fix)
                        .orElseGet(() -> fix(failed.stderr())));
    }

    private static String fix(String said) {
        if (said.contains("undefined symbol")) {
            return "\n  fix: add the source that defines it to src/main/c, or the library to <libraries>, or name the one"
                    + " of the user's system in <systemLibraries>; or remove it from the cdef";
        }
        if (said.contains("duplicate symbol")) {
            return "\n  fix: compile one of the two, and exclude the other by <excludes> in its <sourceDirectory> or"
                    + " <sourceArchive>: tests, examples, and C files that others include must not be among the sources";
        }
        if (said.contains("unable to find framework")) {
            return "\n  fix: " + MACOS_SDK;
        }
        if (said.contains("unsupported linker arg") || said.contains("LTO requires")) {
            return "\n  fix: zig's linker for this platform has no such flag: remove it, or give it to the platforms that"
                    + " have it, in the <linkerFlags> of a <platformSetting>";
        }
        if (said.contains("unable to find")) {
            return "\n  fix: compile its sources in, by src/main/c or <sourceArchives>, since it has to be there for each"
                    + " platform; or name its folder for this one, by -L in the <linkerFlags> of a <platformSetting>";
        }
        return "";
    }
}
