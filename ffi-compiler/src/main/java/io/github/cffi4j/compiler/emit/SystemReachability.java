package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.compiler.emit.crossing.CallShapes;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What native-image has to be told of a binding without glue: its table, the methods that C calls, and the types of calls, as
 * {@code ForeignCall} and {@code ForeignUpcall} of the runtime link them. In the format of GraalVM for JDK 23 and later, schema 1.2.
 */
public final class SystemReachability {
    /** As {@code ForeignCall} has it: with at most so many parameters a narrow integer takes a whole register. */
    private static final int IN_REGISTERS = 4;

    /** The function of the C library that tells where {@code errno} is. */
    private static final String ERRNO =
            "{ \"returnType\": \"void*\", \"parameterTypes\": [], \"options\": { \"critical\": { \"allowHeapAccess\": false } } }";

    private final ResolvedBinding binding;
    private final Crossings types;
    private final CallShapes shapes;
    private final boolean errno;

    /** Of a binding. */
    public SystemReachability(VerifiedBinding verified) {
        this.binding = verified.binding();
        this.types = new Crossings(verified);
        this.errno = binding.globals().stream().anyMatch(KeptErrors::errno);
        this.shapes = new CallShapes(LayoutTable.of(verified).indexes(), binding, errno);
    }

    /**
     * Returns the text of the JSON file. A variadic function is left out: the types of its calls are known when it is called.
     *
     * @param table the path of the binding's table among the classes
     * @param platforms the values of the layout on each platform, which decide the types of calls
     */
    public String text(String table, Collection<List<Long>> platforms) {
        Set<String> downcalls = new LinkedHashSet<>();
        Set<String> upcalls = new LinkedHashSet<>();
        platforms.stream().distinct().forEach(values -> {
            LayoutWords words = new LayoutWords(values);
            downcalls(words, downcalls);
            binding.signatures().forEach(signature -> words.types(shapes.ofUpcall(signature))
                    .ifPresent(found -> upcalls.add(call(found, found, ""))));
        });
        if (errno) {
            downcalls.add(ERRNO);
        }
        List<String> methods = binding.signatures().stream()
                .map(signature -> "{ \"name\": \"" + types.natives().upcall(signature)
                        + "\", \"parameterTypes\": [\"int\", \"long\"] }")
                .toList();
        List<String> sections = new ArrayList<>();
        if (!methods.isEmpty()) {
            sections.add(Text.format(
                    """
                      "reflection": [
                        {
                          "type": "%s",
                    %s
                        }
                      ]""",
                    types.names().binding().nativeBinaryName(),
                    ReachabilityEmitter.array("      ", "methods", methods)));
        }
        sections.add(Text.format("  \"resources\": [\n    {\n      \"glob\": \"%s\"\n    }\n  ]", table));
        List<String> calls = new ArrayList<>();
        if (!downcalls.isEmpty()) {
            calls.add(ReachabilityEmitter.array("    ", "downcalls", downcalls));
        }
        if (!upcalls.isEmpty()) {
            calls.add(ReachabilityEmitter.array("    ", "upcalls", upcalls));
        }
        if (!calls.isEmpty()) {
            sections.add("  \"foreign\": {\n" + String.join(",\n", calls) + "\n  }");
        }
        return "{\n" + String.join(",\n", sections) + "\n}\n";
    }

    private void downcalls(LayoutWords words, Set<String> calls) {
        List<Downcall> downcalls = Downcall.all(binding, types);
        int functions = binding.functions().size();
        for (int i = 0; i < downcalls.size(); i++) {
            boolean pointed = i >= functions;
            if (!pointed && binding.functions().get(i).variadic()) {
                continue;
            }
            String shape = pointed
                    ? shapes.of(binding.signatures().get(i - functions))
                    : shapes.of(binding.functions().get(i));
            Downcall downcall = downcalls.get(i);
            words.types(shape).ifPresent(found -> {
                calls.add(call(found, passed(found, downcall, pointed), options(downcall, false)));
                downcall.pinned()
                        .ifPresent(pinned ->
                                calls.add(call(found, passed(found, pinned, pointed), options(pinned, true))));
            });
        }
    }

    private String options(Downcall downcall, boolean arrays) {
        List<String> options = new ArrayList<>();
        if (errno) {
            options.add("\"captureCallState\": true");
        }
        if (downcall.critical()) {
            options.add("\"critical\": { \"allowHeapAccess\": " + arrays + " }");
        }
        return options.isEmpty() ? "" : ", \"options\": { " + String.join(", ", options) + " }";
    }

    /** The parameters of a downcall: addresses of Java's arrays, and narrow integers in whole registers. */
    private static List<String> passed(List<String> found, Downcall downcall, boolean pointed) {
        int count = found.size() - 1;
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Carrier carrier = downcall.parameters().get(i + (pointed ? 1 : 0)).type();
            passed.add(
                    carrier.array()
                            ? "void*"
                            : count <= IN_REGISTERS && LayoutWords.narrow(found.get(i)) ? "jint" : found.get(i));
        }
        passed.add(found.get(count));
        return passed;
    }

    private static String call(List<String> types, List<String> passed, String options) {
        List<String> parameters = passed.subList(0, passed.size() - 1).stream()
                .map(parameter -> '"' + parameter + '"')
                .toList();
        return "{ \"returnType\": \"" + types.get(types.size() - 1) + "\", \"parameterTypes\": ["
                + String.join(", ", parameters) + "]" + options + " }";
    }
}
