package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The JSON of GraalVM's {@code reachability-metadata.json}, schema 1.2, section by section. */
final class ReachabilityText {
    private final List<String> sections = new ArrayList<>();

    /** A method that C calls with a number and an address, for {@link #reflection}. */
    static String method(String name) {
        return "{ \"name\": \"" + name + "\", \"parameterTypes\": [\"int\", \"long\"] }";
    }

    /** A call, for {@link #foreign}. */
    static String call(String result, Collection<String> parameters, String options) {
        return "{ \"returnType\": \"" + result + "\", \"parameterTypes\": "
                + parameters.stream()
                        .map(parameter -> '"' + parameter + '"')
                        .collect(Collectors.joining(", ", "[", "]"))
                + options + " }";
    }

    /** What is behind the types of a call that java.lang.foreign links with options. */
    static String options(List<String> options) {
        return options.isEmpty() ? "" : ", \"options\": { " + String.join(", ", options) + " }";
    }

    /** The option of a critical call, which may take Java's arrays. */
    static String critical(boolean arrays) {
        return "\"critical\": { \"allowHeapAccess\": " + arrays + " }";
    }

    /**
     * Adds the methods of a class that are called by name, if there are any.
     *
     * @param jni whether JNI asks for them, too
     */
    ReachabilityText reflection(String type, boolean jni, List<String> methods) {
        if (!methods.isEmpty()) {
            sections.add(Text.format(
                    """
                      "reflection": [
                        {
                          "type": "%s",
                    %s%s
                        }
                      ]""", type, jni ? "      \"jniAccessible\": true,\n" : "", array("      ", "methods", methods)));
        }
        return this;
    }

    /** Adds a file among the classes. */
    ReachabilityText resource(String path) {
        sections.add(Text.format("  \"resources\": [\n    {\n      \"glob\": \"%s\"\n    }\n  ]", path));
        return this;
    }

    /** Adds the calls that java.lang.foreign links, if there are any. */
    ReachabilityText foreign(Collection<String> downcalls, Collection<String> upcalls) {
        List<String> calls = new ArrayList<>();
        if (!downcalls.isEmpty()) {
            calls.add(array("    ", "downcalls", downcalls));
        }
        if (!upcalls.isEmpty()) {
            calls.add(array("    ", "upcalls", upcalls));
        }
        if (!calls.isEmpty()) {
            sections.add("  \"foreign\": {\n" + String.join(",\n", calls) + "\n  }");
        }
        return this;
    }

    /** Returns an array, an element a line. */
    private static String array(String indent, String name, Collection<String> elements) {
        String separator = ",\n" + indent + "  ";
        return elements.stream()
                .collect(Collectors.joining(
                        separator, indent + '"' + name + "\": [" + separator.substring(1), "\n" + indent + "]"));
    }

    /** Returns the whole file. */
    @Override
    public String toString() {
        return "{\n" + String.join(",\n", sections) + "\n}\n";
    }
}
