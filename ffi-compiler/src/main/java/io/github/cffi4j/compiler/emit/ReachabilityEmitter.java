package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes what GraalVM's native-image cannot see of a binding by itself: the Java methods that C looks up by name, and the
 * shapes of the calls that java.lang.foreign links at run time. Native methods it finds without.
 *
 * <p>In the format of GraalVM 25, the first that has java.lang.foreign without further flags: {@code reachability-metadata.json},
 * schema 1.2.
 */
public final class ReachabilityEmitter {
    private static final String UPCALL = "{ \"returnType\": \"void\", \"parameterTypes\": [\"jint\", \"jlong\"] }";

    private final ResolvedBinding binding;
    private final Crossings types;

    private ReachabilityEmitter(VerifiedBinding verified) {
        this.binding = verified.binding();
        this.types = new Crossings(verified);
    }

    /** The text of the JSON file. */
    public static String emit(VerifiedBinding verified) {
        return new ReachabilityEmitter(verified).emit();
    }

    private String emit() {
        List<String> methods = GlueEmitter.methodsOfJava(binding, types)
                .map(method -> "{ \"name\": \"" + method + "\", \"parameterTypes\": [\"int\", \"long\"] }")
                .toList();
        List<String> sections = new ArrayList<>();
        if (!methods.isEmpty()) {
            sections.add(reflection(methods));
        }
        List<String> calls = new ArrayList<>();
        Set<String> downcalls = downcalls();
        if (!downcalls.isEmpty()) {
            calls.add(array("    ", "downcalls", downcalls));
        }
        if (!methods.isEmpty()) {
            calls.add(array("    ", "upcalls", Set.of(UPCALL)));
        }
        if (!calls.isEmpty()) {
            sections.add("  \"foreign\": {\n" + String.join(",\n", calls) + "\n  }");
        }
        return "{\n" + String.join(",\n", sections) + "\n}\n";
    }

    /** JNI asks for these methods by name, and so does the method handle that java.lang.foreign calls. */
    private String reflection(List<String> methods) {
        return Text.format("""
                  "reflection": [
                    {
                      "type": "%s",
                      "jniAccessible": true,
                %s
                    }
                  ]""", types.names().binding().nativeBinaryName(), array("      ", "methods", methods));
    }

    /** Each shape once: a binding has many functions of the same. */
    private Set<String> downcalls() {
        Set<String> shapes = new LinkedHashSet<>();
        for (Downcall downcall : Downcall.all(binding, types)) {
            shapes.add(shape(downcall, false));
            downcall.pinned().ifPresent(pinned -> shapes.add(shape(pinned, true)));
        }
        return shapes;
    }

    /** As {@code LazyDowncall} of the runtime links it. */
    private static String shape(Downcall downcall, boolean arrays) {
        String parameters = downcall.parameters().stream()
                .map(parameter -> '"' + layout(parameter.type()) + '"')
                .collect(Collectors.joining(", ", "[", "]"));
        String options =
                downcall.critical() ? ", \"options\": { \"critical\": { \"allowHeapAccess\": " + arrays + " } }" : "";
        return "{ \"returnType\": \"" + layout(downcall.result()) + "\", \"parameterTypes\": " + parameters + options
                + " }";
    }

    private static String layout(Carrier carrier) {
        return carrier == Carrier.VOID ? "void" : carrier.array() ? "void*" : "j" + carrier.java();
    }

    /** Returns an array of JSON, an element a line. */
    static String array(String indent, String name, Collection<String> elements) {
        String separator = ",\n" + indent + "  ";
        return elements.stream()
                .collect(Collectors.joining(
                        separator, indent + '"' + name + "\": [" + separator.substring(1), "\n" + indent + "]"));
    }
}
