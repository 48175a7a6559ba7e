package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes what GraalVM's native-image cannot see of a binding by itself: the Java methods that C looks up by name, and the
 * shapes of the calls that java.lang.foreign links at run time. Native methods it finds without.
 *
 * <p>In the format of GraalVM 25, the first that has java.lang.foreign without further flags: {@code reachability-metadata.json},
 * schema 1.2.
 */
public final class ReachabilityEmitter {
    private static final String UPCALL = ReachabilityText.call("void", List.of("jint", "jlong"), "");

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
                .map(ReachabilityText::method)
                .toList();
        return new ReachabilityText()
                .reflection(types.names().binding().nativeBinaryName(), true, methods)
                .foreign(downcalls(), methods.isEmpty() ? Set.of() : Set.of(UPCALL))
                .toString();
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
        return ReachabilityText.call(
                layout(downcall.result()),
                downcall.parameters().stream()
                        .map(parameter -> layout(parameter.type()))
                        .toList(),
                ReachabilityText.options(downcall.critical() ? List.of(ReachabilityText.critical(arrays)) : List.of()));
    }

    private static String layout(Carrier carrier) {
        return carrier == Carrier.VOID ? "void" : carrier.array() ? "void*" : "j" + carrier.java();
    }
}
