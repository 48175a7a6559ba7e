package io.github.cffi4j.internal.loader;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All messages of the loader, each with the machine, what was looked for or tried, and what to do. They are given as a class of
 * the JDK's, or who throws them would load our own on every start.
 */
final class LoadReports {
    private static final int MAX_BINDINGS = 5;

    private LoadReports() {}

    static UnsatisfiedLinkError unlisted(Class<?> owner, String library, Host host) {
        return report(owner.getName() + " has no list of its native libraries", host)
                .line("looked for", LibraryManifest.path(library) + " in the class loader of " + owner.getName())
                .line("what to do", wayToList(owner, library) + ", or " + ownLibrary(library))
                .toException();
    }

    static UnsatisfiedLinkError unavailable(
            Class<?> owner, String library, String classifier, LibraryManifest manifest, Host host) {
        Optional<Platform> better = host.unemulated().filter(manifest.platforms()::contains);
        return report(owner.getName() + " has no native library for " + classifier, host)
                .line("available", available(manifest))
                .line(
                        "what to do",
                        better.map(platform -> "use a JVM for " + platform + ", which is what this machine is")
                                        .orElse("ask for a build with -Dffi.platforms=...," + classifier)
                                + ", or " + ownLibrary(library))
                .toException();
    }

    /** The ffi-maven-plugin that listed it knows more platforms than this loader does. */
    static UnsatisfiedLinkError unknown(PinnedLibrary library) {
        return report(
                        library.owner().getName() + " has a native library for " + library.classifier()
                                + ", a platform that this ffi-runtime does not know",
                        library.host())
                .line(
                        "what to do",
                        "use the ffi-runtime of the ffi-maven-plugin that built it, or a later one, or "
                                + ownLibrary(library.name()))
                .toException();
    }

    /** Anything that no other report is made for: a setting that is no path, a jar that cannot be read. */
    static UnsatisfiedLinkError failed(Class<?> owner, String library, RuntimeException failure, Host host) {
        UnsatisfiedLinkError error = report(
                        owner.getName() + " could not load its native library '" + library + "'", host)
                .line("because", failure.getMessage() == null ? failure.toString() : failure.getMessage())
                .line("what to do", "correct that, or " + ownLibrary(library))
                .toException();
        error.addSuppressed(failure);
        return error;
    }

    /** The JVM finds native methods by the full name of their class, and a class its library by the name of that. */
    static UnsatisfiedLinkError otherLibrary(
            Class<?> owner, String library, LinkageError failure, Surroundings surroundings) {
        String name = owner.getName();
        FailureReport report = report(
                name + " has no native methods in the library '" + library + "' that was loaded for it",
                surroundings.host());
        Optional<ChosenLibrary> chosen = ChosenLibrary.find(surroundings, library);
        if (chosen.isPresent()) {
            report.line(
                            "loaded",
                            chosen.get().file() + ", chosen by " + chosen.get().origin())
                    .line(
                            "what to do",
                            "leave that setting out, or give it a library that was built from the same cdef");
        } else {
            describe(report, owner, library);
        }
        UnsatisfiedLinkError error = report.toException();
        error.addSuppressed(failure);
        return error;
    }

    private static void describe(FailureReport report, Class<?> owner, String library) {
        Optional<LibraryManifest> manifest = LibraryManifest.find(owner, library);
        List<String> bindings = manifest.map(LibraryManifest::bindings).orElse(List.of());
        report.line(
                "loaded",
                "the one of " + manifest.map(LibraryManifest::artifact).orElse("an unknown artifact") + ", as "
                        + LibraryManifest.path(library) + " says");
        Optional<String> original = bindings.stream()
                .filter(binding -> owner.getName().endsWith("." + binding))
                .findFirst();
        if (original.isPresent()) {
            report.line("what to do", "do not relocate " + original.get() + relocated(original.get()));
        } else {
            report.line("made for", bindings.isEmpty() ? "unknown classes" : bounded(bindings))
                    .line(
                            "what to do",
                            "if two libraries named '" + library
                                    + "' are packed into one jar, which has room for one:\n"
                                    + "keep their jars apart (Spring Boot does), or build one of them with another"
                                    + " <library>, a parameter of ffi-maven-plugin;\n"
                                    + "if the class was relocated, leave that out" + relocated(owner.getName()));
        }
    }

    private static String relocated(String binding) {
        return ": the JVM finds native methods by the full name of their class\n(in the <relocation> of maven-shade-plugin:"
                + " <excludes><exclude>" + binding + "*</exclude></excludes>)";
    }

    private static String bounded(List<String> bindings) {
        return bindings.size() <= MAX_BINDINGS
                ? String.join("\n", bindings)
                : String.join("\n", bindings.subList(0, MAX_BINDINGS)) + "\nand " + (bindings.size() - MAX_BINDINGS)
                        + " more";
    }

    static UnsatisfiedLinkError missing(PinnedLibrary library) {
        return report(
                        library.owner().getName() + " has no native library for " + library.classifier()
                                + " on the class path",
                        library.host())
                .line("available", available(library.manifest()))
                .line(
                        "looked for",
                        library.resourcePath() + " in the class loader of "
                                + library.owner().getName() + lines(BesideCode.places(library)))
                .line("what to do", waysToAdd(library))
                .toException();
    }

    static UnsatisfiedLinkError unexpected(PinnedLibrary library, List<String> found) {
        return report(
                        library.owner().getName() + " refuses the native library for " + library.classifier()
                                + " on the class path: it is not the one it was built with",
                        library.host())
                .line("expected", "SHA-256 " + library.digest())
                .line("found", String.join("\n", found))
                .line(
                        "what to do",
                        "use the jar of the same build\n" + library.manifest().dependency(library.classifier()))
                .toException();
    }

    static UnsatisfiedLinkError refused(PinnedLibrary library, List<Refusal> refusals) {
        return report(
                        library.owner().getName() + " could not load its native library for " + library.classifier(),
                        library.host())
                .line("library", library.resourcePath() + ", SHA-256 " + library.digest())
                .line(
                        "tried",
                        refusals.isEmpty() ? "no folder: there is no home and no temporary folder" : lines(refusals))
                .line("what to do", advice(refusals) + ", or " + ownLibrary(library.name()))
                .toException(refusals);
    }

    static UnsatisfiedLinkError chosenRefused(
            Class<?> owner, String library, ChosenLibrary chosen, Refusal refusal, Host host) {
        String correct = refusal.cause().isOfPlace()
                ? "correct the path"
                : refusal.cause().advice();
        return report(owner.getName() + " could not load the library chosen by " + chosen.origin(), host)
                .line("tried", refusal.toString())
                .line("what to do", correct + ", or remove the setting to use the library of the class path")
                .toException(List.of(refusal));
    }

    /** Java's own denial says neither which flag nor where. */
    static UnsatisfiedLinkError denied(Class<?> owner, Host host, IllegalCallerException denial) {
        Module module = owner.getModule();
        String name = module.isNamed() ? module.getName() : "ALL-UNNAMED";
        UnsatisfiedLinkError exception = report(
                        owner.getName() + " may not load its native library: Java was told to deny it", host)
                .line("Java says", denial.getMessage())
                .line(
                        "what to do",
                        "start Java with --enable-native-access=" + name
                                + (module.isNamed()
                                        ? ""
                                        : ", or write 'Enable-Native-Access: ALL-UNNAMED' into the manifest of the jar"
                                                + " that java -jar starts"))
                .toException();
        exception.addSuppressed(denial);
        return exception;
    }

    private static String waysToAdd(PinnedLibrary library) {
        String own = ownLibrary(library.name());
        if (Resources.isOfImage(library.owner())) {
            return "name its module for jlink, too: --add-modules "
                    + PlatformModules.name(library.name(), library.classifier()) + "; or " + own;
        }
        String inTheModule = Resources.isOfFolder(library.owner())
                ? "if it is a module that you build, run 'mvn compile' in it for this platform; otherwise "
                : "";
        return inTheModule + "add this dependency, or " + own + "\n"
                + library.manifest().dependency(library.classifier());
    }

    private static String wayToList(Class<?> owner, String library) {
        String list = LibraryManifest.path(library);
        return Resources.isOfFolder(owner)
                ? "run 'mvn compile' in its module, where ffi-maven-plugin's goal compile writes " + list + " to "
                        + Resources.codeSource(owner) + " (an IDE that empties the folder removes it)"
                : "have " + list
                        + " packed with the class: ffi-maven-plugin's goal compile writes it to the class folder, and"
                        + " who merges jars must keep it";
    }

    /** Each on a line of its own, behind another. */
    private static String lines(Iterable<File> files) {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append("\n").append(file));
        return text.toString();
    }

    private static FailureReport report(String headline, Host host) {
        return new FailureReport(headline).line("this machine", host.description());
    }

    /** A library's own fault is the better news; a folder's is told if there is no other. */
    private static String advice(List<Refusal> refusals) {
        String advice = RefusalCause.OTHER_FOLDER;
        for (Refusal refusal : refusals) {
            if (refusal.failure() instanceof UnsatisfiedLinkError) {
                advice = refusal.cause().advice();
            }
        }
        return advice;
    }

    private static String lines(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n"));
    }

    private static String available(LibraryManifest manifest) {
        return manifest.platforms().isEmpty()
                ? "none"
                : manifest.platforms().stream().map(Platform::classifier).collect(Collectors.joining(" "));
    }

    private static String ownLibrary(String library) {
        return "point -D" + ChosenLibrary.pathProperty(library) + " at a library of your own";
    }
}
