package io.github.cffi4j.internal.loader;

import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of a system's loader mean.
 *
 * @param isOfPlace whether another folder may help, since the library itself is not at fault
 * @param advice what helps
 */
record RefusalCause(boolean isOfPlace, String advice) {
    static final String OTHER_FOLDER = "name a folder of your own with -D" + CacheFolders.PROPERTY;

    private static final Pattern OLD_GLIBC = Pattern.compile("version [`']GLIBC_([0-9.]+)' not found");
    private static final Pattern MISSING = Pattern.compile("^([^/\\s]\\S*): cannot open shared object file"
            + "|Error loading shared library (\\S+): "
            + "|Library not loaded: (\\S+)");
    private static final Pattern OTHER_PROCESSOR = Pattern.compile("wrong ELF class|can't load .* on a"
            + "|incompatible architecture|Exec format error|not a valid Win32 application");
    private static final Pattern NO_LIBRARY = Pattern.compile("invalid ELF header|file too short|not a mach-o file");
    private static final Pattern NO_SYMBOL =
            Pattern.compile("undefined symbol: (\\S+)|(\\S+): symbol not found|Symbol not found: (\\S+)");
    private static final Pattern FORBIDDEN =
            Pattern.compile("failed to map segment|Operation not permitted|Permission denied|Access is denied");

    static RefusalCause ofFolder() {
        return new RefusalCause(true, OTHER_FOLDER);
    }

    /** @param reason the loader's words, without the file they begin with */
    static RefusalCause ofFile(Path file, String reason, Host host) {
        if (OLD_GLIBC.matcher(reason).find()) {
            return ofLibrary(oldGlibc(file, reason, host));
        }
        if (OTHER_PROCESSOR.matcher(reason).find()) {
            return ofLibrary(otherProcessor(host));
        }
        Matcher missing = MISSING.matcher(reason);
        if (missing.find()) {
            return ofLibrary(missing(group(missing)));
        }
        if (reason.contains("Can't find dependent libraries")) {
            return ofLibrary("put the DLLs that it needs into a folder of PATH");
        }
        if (NO_LIBRARY.matcher(reason).find()) {
            return ofLibrary("use a shared library that is made for " + host.candidateName());
        }
        Matcher symbol = NO_SYMBOL.matcher(reason);
        if (symbol.find()) {
            return ofLibrary("link the library that defines '" + group(symbol)
                    + "' into it when building, or install the version of it that has this symbol");
        }
        if (FORBIDDEN.matcher(reason).find()) {
            return new RefusalCause(
                    true,
                    OTHER_FOLDER + ", on a file system that allows running programs (this one is mounted"
                            + " noexec, or a security module forbids it)");
        }
        return new RefusalCause(true, OTHER_FOLDER);
    }

    private static RefusalCause ofLibrary(String advice) {
        return new RefusalCause(false, advice);
    }

    private static String oldGlibc(Path file, String reason, Host host) {
        Matcher said = OLD_GLIBC.matcher(reason);
        String needed = neededGlibc(file).orElseGet(() -> said.find() ? said.group(1) : "?");
        return "the library needs glibc " + needed + ", this machine has "
                + host.glibcVersion().map(version -> "glibc " + version).orElse("an older one")
                + ": use a newer system, or rebuild the library with ffi-maven-plugin, which builds for glibc 2.17";
    }

    private static Optional<String> neededGlibc(Path file) {
        try {
            return NeededGlibc.read(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String otherProcessor(Host host) {
        return host.unemulated()
                .map(platform -> "use a JVM for " + platform + ", which is what this machine is; this JVM is "
                        + host.candidateName())
                .orElse("use a library that is made for " + host.candidateName());
    }

    private static String missing(String library) {
        if (library.startsWith("libc.so.6") || library.startsWith("ld-linux")) {
            return "use a library that is made for musl: this process runs on musl, the library is made for glibc";
        }
        if (library.startsWith("libc.musl") || library.startsWith("libc.so")) {
            return "use a library that is made for glibc: this process runs on glibc, the library is made for musl";
        }
        return "install '" + library + "', which the library needs (on Linux, the system's package search tells which"
                + " package has it), or add its folder to LD_LIBRARY_PATH";
    }

    private static String group(Matcher matcher) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        return "";
    }
}
