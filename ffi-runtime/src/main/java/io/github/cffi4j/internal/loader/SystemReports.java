package io.github.cffi4j.internal.loader;

import io.github.cffi4j.platform.Host;
import java.util.List;

/** The messages about libraries of the user's system, each with the machine and what to do. */
public final class SystemReports {
    private static final String FITTING = "install a version of the library that fits";

    private SystemReports() {}

    /**
     * A library that no name opens.
     *
     * @param tried each name with the loader's own words
     * @param origin the setting that chose the names; empty if the binding did
     */
    public static UnsatisfiedLinkError notFound(String binding, String library, List<String> tried, String origin) {
        FailureReport report = report(binding + " needs a library of this system, and none of these can be opened")
                .line("tried", String.join("\n", tried));
        if (!origin.isEmpty()) {
            report.line("because of", origin);
        }
        return report.line(
                        "what to do",
                        origin.isEmpty()
                                ? "install the package that has it, or " + other(library)
                                : "correct that setting, or leave it out")
                .toException();
    }

    /** A library that lacks names without which the binding is of no use. */
    public static UnsatisfiedLinkError lacking(
            String binding, String library, String opened, List<String> required, int of) {
        return lacking(required, of, binding, opened, version(library));
    }

    private static UnsatisfiedLinkError lacking(
            List<String> required, int of, String binding, String opened, String fix) {
        return report(binding + " needs names that " + opened + " of this machine does not have")
                .line("missing", required.size() + " of " + of + ": " + String.join(" ", required))
                .line("what to do", fix)
                .toException();
    }

    /**
     * A library of another version.
     *
     * @param wanted such as {@code sqlite3_libversion_number() >= 3040000}
     * @param found what the function returned
     */
    public static UnsatisfiedLinkError wrongVersion(
            String binding, String library, String opened, String wanted, String found) {
        return otherVersion(binding, opened, wanted, found, version(library));
    }

    /** The same of a library that glue is linked to: the system's loader has chosen it. */
    public static UnsatisfiedLinkError wrongVersion(String binding, String opened, String wanted, String found) {
        return otherVersion(binding, opened, wanted, found, FITTING);
    }

    private static UnsatisfiedLinkError otherVersion(
            String binding, String opened, String wanted, String found, String fix) {
        return report(binding + " needs another version of " + opened)
                .line("needed", wanted)
                .line("found", found)
                .line("what to do", fix)
                .toException();
    }

    /** Neither of the ways to call C is there. */
    public static UnsatisfiedLinkError noWay(String binding, String why) {
        return report(binding + " has no native code of its own, and this program has no way to call C without")
                .line("because", why)
                .line(
                        "what to do",
                        "add the dependency io.github.cffi4j:ffi-engine, in the version of ffi-runtime, or run Java 22 or"
                                + " later")
                .toException();
    }

    /** The same of a library that glue is linked to: the system's loader has chosen it. */
    public static UnsatisfiedLinkError lacking(String binding, String opened, List<String> required, int of) {
        return lacking(required, of, binding, opened, FITTING);
    }

    /** A library that Windows does not load for glue. */
    public static UnsatisfiedLinkError notLoaded(String binding, String name) {
        return report(binding + " needs " + name + " of this system, and it cannot be loaded")
                .line("what to do", "install the package that has it; its folder must be in PATH")
                .toException();
    }

    /**
     * A function or variable that the user's library lacks.
     *
     * @param symbol by which the loader knows it
     * @param missing all that is missing
     * @param of how many names
     */
    public static UnsupportedOperationException absent(
            String binding, String opened, String cName, String symbol, List<String> missing, int of) {
        String others = missing.size() < 2
                ? ""
                : "\n  it lacks " + missing.size() + " of " + of + " names: " + String.join(" ", missing);
        return new UnsupportedOperationException(cName + " is not in " + opened + " of this machine"
                + (symbol.equals(cName) ? "" : ", where its name is " + symbol)
                + ": that library is another version than the headers " + binding + " was built from" + others);
    }

    /** Notes a library that lacks names, which throw when they are used. */
    public static void note(String binding, String opened, List<String> missing, int of) {
        LoaderLog.info(
                "{} of this machine lacks {} of the {} names that {} has; calling them throws: {}",
                opened,
                missing.size(),
                of,
                binding,
                missing);
    }

    private static FailureReport report(String headline) {
        Host host = Surroundings.OF_THIS_PROCESS.host();
        return new FailureReport(headline).line("this machine", host.description());
    }

    private static String version(String library) {
        return FITTING + ", or " + other(library);
    }

    private static String other(String library) {
        return "point -D" + ChosenLibrary.pathProperty(library) + " at a file";
    }
}
