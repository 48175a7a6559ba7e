package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.compiler.emit.crossing.CallShapes;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.emit.crossing.ForeignTypes;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What native-image has to be told of a binding without glue: its table, and the types of calls, as
 * {@code ForeignCall} and {@code ForeignUpcall} of the runtime link them. In the format of GraalVM for JDK 23 and later, schema 1.2.
 */
public final class SystemReachability {
    /** As {@code ForeignCall} has it: with at most so many parameters a narrow integer takes a whole register. */
    private static final int IN_REGISTERS = 4;

    /** The function of the C library that tells where {@code errno} is. */
    private static final String ERRNO = ReachabilityText.call(
            "void*", List.of(), ReachabilityText.options(List.of(ReachabilityText.critical(false))));

    /** The functions of Windows that tell and set the last error. */
    private static final List<String> LAST_ERROR = List.of(
            ReachabilityText.call(
                    "jint", List.of(), ReachabilityText.options(List.of(ReachabilityText.critical(false)))),
            ReachabilityText.call(
                    "void", List.of("jint"), ReachabilityText.options(List.of(ReachabilityText.critical(false)))));

    private final ResolvedBinding binding;
    private final Crossings types;
    private final CallShapes.Indexes layout;
    private final KeptErrors kept;

    /** Of a binding. */
    public SystemReachability(VerifiedBinding verified) {
        this.binding = verified.binding();
        this.types = new Crossings(verified);
        this.kept = KeptErrors.of(verified.conditional());
        this.layout = LayoutTable.of(verified).indexes();
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
        platforms.stream()
                .distinct()
                .map(values -> new ForeignTypes(binding, layout, values))
                .forEach(foreign -> {
                    downcalls(foreign, downcalls);
                    binding.signatures().forEach(signature -> foreign.of(signature.parameters(), signature.result())
                            .ifPresent(found -> upcalls.add(call(found, found, ""))));
                });
        if (!kept.flag().isEmpty()) {
            downcalls.add(ERRNO);
        }
        if (kept.lastError()) {
            downcalls.addAll(LAST_ERROR);
        }
        return new ReachabilityText()
                .resource(table)
                .foreign(downcalls, upcalls)
                .toString();
    }

    private void downcalls(ForeignTypes foreign, Set<String> calls) {
        List<Downcall> downcalls = Downcall.all(binding, types);
        int functions = binding.functions().size();
        for (int i = 0; i < downcalls.size(); i++) {
            Downcall downcall = downcalls.get(i);
            if (i >= functions) {
                ResolvedSignature signature = binding.signatures().get(i - functions);
                foreign.of(signature.parameters(), signature.result())
                        .ifPresent(
                                found -> calls.add(call(found, passed(found, downcall, 1), options(downcall, false))));
                continue;
            }
            ResolvedFunction function = binding.functions().get(i);
            if (function.variadic()) {
                continue;
            }
            foreign.of(function.parameters(), function.result()).ifPresent(found -> {
                calls.add(call(found, passed(found, downcall, 0), options(downcall, false)));
                downcall.pinned()
                        .ifPresent(pinned -> calls.add(call(found, passed(found, pinned, 0), options(pinned, true))));
            });
        }
    }

    private String options(Downcall downcall, boolean arrays) {
        List<String> options = new ArrayList<>();
        if (!kept.flag().isEmpty()) {
            options.add("\"captureCallState\": true");
        }
        if (downcall.critical()) {
            options.add(ReachabilityText.critical(arrays));
        }
        return ReachabilityText.options(options);
    }

    /** The parameters of a downcall: addresses of Java's arrays, and narrow integers in whole registers. */
    private static List<String> passed(List<String> found, Downcall downcall, int first) {
        int count = found.size() - 1;
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Carrier carrier = downcall.parameters().get(first + i).type();
            passed.add(
                    carrier.array()
                            ? "void*"
                            : count <= IN_REGISTERS && ForeignTypes.narrow(found.get(i)) ? "jint" : found.get(i));
        }
        passed.add(found.get(count));
        return passed;
    }

    private static String call(List<String> types, List<String> passed, String options) {
        int last = types.size() - 1;
        return ReachabilityText.call(types.get(last), passed.subList(0, last), options);
    }
}
