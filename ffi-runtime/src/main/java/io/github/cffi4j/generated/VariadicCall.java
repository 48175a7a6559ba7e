package io.github.cffi4j.generated;

import io.github.cffi4j.Segment;
import io.github.cffi4j.generated.CallType.Scalar;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls of a variadic function without glue. What {@link Varargs} packed tells how many arguments there are and which are
 * floating; for each such list the call is linked once, since it says where a platform wants the arguments. For any thread.
 */
final class VariadicCall {
    private final SystemCalls calls;
    private final Lookup lookup;
    private final long function;
    private final MethodType type;
    private final CallShape shape;
    private final Map<Long, MethodHandle> linked = new ConcurrentHashMap<>();

    /**
     * @param type of the handle: the address of what is packed stands behind the fixed parameters
     */
    VariadicCall(SystemCalls calls, Lookup lookup, long function, MethodType type, CallShape shape) {
        this.calls = calls;
        this.lookup = lookup;
        this.function = function;
        this.type = type;
        this.shape = shape;
    }

    MethodHandle handle() {
        MethodHandle select = own("select", MethodType.methodType(MethodHandle.class, VariadicCall.class, long.class))
                .bindTo(this);
        MethodHandle behindFixed =
                MethodHandles.dropArguments(select, 0, type.parameterList().subList(0, shape.fixed()));
        return MethodHandles.foldArguments(MethodHandles.exactInvoker(type), behindFixed);
    }

    private static MethodHandle select(VariadicCall call, long packed) {
        Long kinds = Segment.ofAddress(packed).getLong(0);
        MethodHandle known = call.linked.get(kinds);
        if (known == null) {
            known = call.link(Varargs.count(kinds), kinds);
            call.linked.put(kinds, known);
        }
        return known;
    }

    /** A handle that takes the arguments from where they are packed. */
    private MethodHandle link(int count, long kinds) {
        int fixed = shape.fixed();
        List<Scalar> arguments = new ArrayList<>();
        List<Class<?>> classes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean floating = Varargs.floating(kinds, i);
            arguments.add(floating ? Scalar.DOUBLE : Scalar.INT64);
            classes.add(floating ? double.class : long.class);
        }
        MethodType whole = type.dropParameterTypes(fixed, fixed + 1).insertParameterTypes(fixed, classes);
        MethodHandle target = calls.link(lookup, function, whole, shape.with(arguments));
        if (count == 0) {
            return MethodHandles.dropArguments(target, fixed, long.class);
        }
        int[] order = new int[whole.parameterCount()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i < fixed ? i : i < fixed + count ? fixed : i - count + 1;
        }
        for (int i = 0; i < count; i++) {
            Class<?> kind = classes.get(i);
            MethodHandle slot = own(
                    kind == double.class ? "floating" : "integer", MethodType.methodType(kind, int.class, long.class));
            target = MethodHandles.filterArguments(target, fixed + i, MethodHandles.insertArguments(slot, 0, i));
        }
        return MethodHandles.permuteArguments(target, type, order);
    }

    private static long integer(int index, long packed) {
        return Segment.ofAddress(packed).getLong((1L + index) * Long.BYTES);
    }

    private static double floating(int index, long packed) {
        return Segment.ofAddress(packed).getDouble((1L + index) * Long.BYTES);
    }

    private static MethodHandle own(String name, MethodType type) {
        try {
            return MethodHandles.lookup().findStatic(VariadicCall.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of this class", e);
        }
    }
}
