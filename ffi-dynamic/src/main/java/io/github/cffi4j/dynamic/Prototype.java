package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.Segment;
import io.github.cffi4j.Struct;
import io.github.cffi4j.engine.CType;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.engine.Signature;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The type of a C function, and the way to call functions of it. Immutable, for any thread. */
final class Prototype {
    /** As many as compiled glue passes on. */
    private static final int MAX_VARIADIC = 32;

    /** For calls that put nothing there. */
    private static final CallFrame NONE = new CallFrame(false);

    private final String name;
    private final String declaration;
    private final FunctionIdentity identity;
    private final Crossing result;
    private final List<Parameter> parameters;
    private final boolean variadic;
    /** True if nothing has to live until a call returns. */
    private final boolean numbersOnly;

    private final boolean keepsErrors;
    private volatile @Nullable Signature signature;
    /** By the types of the variadic arguments: a bit for each that is floating, and one above them. */
    private final Map<Long, Signature> variadicSignatures = new ConcurrentHashMap<>();

    /**
     * @param name of the function, or of the type of function pointers
     * @param declaration the function as C declares it, for messages
     * @param identity the type
     * @param keepsErrors whether calls keep {@code errno}
     */
    Prototype(
            String name,
            String declaration,
            FunctionIdentity identity,
            Crossing result,
            List<Parameter> parameters,
            boolean variadic,
            boolean keepsErrors) {
        this.name = name;
        this.declaration = declaration;
        this.identity = identity;
        this.result = result;
        this.parameters = List.copyOf(parameters);
        this.variadic = variadic;
        this.keepsErrors = keepsErrors;
        this.numbersOnly = !variadic && !result.passedByAddress() && numbersOnly(parameters);
    }

    private static boolean numbersOnly(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            Crossing type = parameter.type();
            if (!(type instanceof IntegerCrossing
                    || type instanceof FloatingCrossing
                    || type instanceof BoolCrossing)) {
                return false;
            }
        }
        return true;
    }

    String name() {
        return name;
    }

    String declaration() {
        return declaration;
    }

    /** Returns true if C takes a function of one type for one of the other. */
    boolean same(Prototype other) {
        return this == other || identity.same(other.identity);
    }

    Crossing result() {
        return result;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    boolean keepsErrors() {
        return keepsErrors;
    }

    boolean variadic() {
        return variadic;
    }

    /** Returns how messages name what a callback returns. */
    Parameter resultPlace() {
        return new Parameter(name, "result", result, 0);
    }

    /**
     * Returns the type for the call engine.
     *
     * @throws UnsupportedOperationException if the function is variadic, or the engine does not pass one of its types
     */
    Signature signature() {
        Signature found = signature;
        if (found == null) {
            if (variadic) {
                throw new UnsupportedOperationException(declaration + " takes '...', and no Java code can: the types of"
                        + " its arguments are not known; write it in C");
            }
            found = keeping(signature(List.of()));
            signature = found;
        }
        return found;
    }

    private Signature signature(List<CType> more) {
        List<CType> types = new ArrayList<>();
        for (Parameter parameter : parameters) {
            types.add(parameter.type().passed());
        }
        types.addAll(more);
        CType[] all = types.toArray(new CType[0]);
        try {
            return variadic
                    ? Signature.variadic(result.passed(), parameters.size(), all)
                    : Signature.of(result.passed(), all);
        } catch (IllegalArgumentException refused) {
            throw new UnsupportedOperationException(declaration + ": " + refused.getMessage(), refused);
        }
    }

    private Signature keeping(Signature found) {
        return keepsErrors ? found.keepingErrors() : found;
    }

    /** Calls a function of this type. */
    @Nullable Object call(long address, @Nullable Object[] arguments) {
        int fixed = parameters.size();
        if (arguments.length < fixed || arguments.length > fixed && !variadic) {
            throw new IllegalArgumentException(name + " takes " + (variadic ? "at least " : "") + count(fixed)
                    + ", not " + arguments.length + ": " + declaration);
        } else if (arguments.length - fixed > MAX_VARIADIC) {
            throw new IllegalArgumentException(name + ": " + (arguments.length - fixed)
                    + " variadic arguments; at most " + MAX_VARIADIC + " can be passed");
        }
        if (numbersOnly) {
            return callWithNumbers(address, arguments);
        }
        long[] words = new long[arguments.length];
        try (CallFrame frame = new CallFrame(false)) {
            for (int i = 0; i < fixed; i++) {
                Parameter parameter = parameters.get(i);
                words[i] = parameter.type().word(arguments[i], frame, parameter);
            }
            long floating = 0;
            for (int i = fixed; i < words.length; i++) {
                Object argument = arguments[i];
                words[i] = variadicWord(argument, i - fixed, frame);
                floating |= argument instanceof Double || argument instanceof Float ? 1L << i - fixed : 0;
            }
            Signature type = variadic ? variadicSignature(words.length - fixed, floating) : signature();
            return call(type, address, words, frame);
        } finally {
            Reference.reachabilityFence(arguments);
        }
    }

    private @Nullable Object callWithNumbers(long address, @Nullable Object[] arguments) {
        long[] words = new long[arguments.length];
        for (int i = 0; i < words.length; i++) {
            Parameter parameter = parameters.get(i);
            words[i] = parameter.type().word(arguments[i], NONE, parameter);
        }
        return result.value(signature().call(address, words));
    }

    private static String count(int parameters) {
        return parameters == 1 ? "1 argument" : parameters + " arguments";
    }

    private @Nullable Object call(Signature type, long address, long[] words, CallFrame frame) {
        if (!result.passedByAddress()) {
            return result.value(type.call(address, words));
        }
        Segment memory = frame.memory(result.size());
        type.callInto(address, memory.address(), words);
        return result.value(memory.address());
    }

    private Signature variadicSignature(int count, long floating) {
        return variadicSignatures.computeIfAbsent(floating | 1L << count, key -> {
            List<CType> types = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                types.add((floating >> i & 1) != 0 ? Scalar.DOUBLE : Scalar.INT64);
            }
            return keeping(signature(types));
        });
    }

    /** Promotes an argument as C does; every integer takes a whole word, so that C finds an {@code int} and a {@code long}. */
    private long variadicWord(@Nullable Object argument, int index, CallFrame frame) {
        if (argument == null) {
            return 0;
        } else if (argument instanceof Double || argument instanceof Float) {
            return Double.doubleToRawLongBits(((Number) argument).doubleValue());
        } else if (argument instanceof Long
                || argument instanceof Integer
                || argument instanceof Short
                || argument instanceof Byte) {
            return ((Number) argument).longValue();
        } else if (argument instanceof String text) {
            return frame.scratch().utf8(text);
        } else if (argument instanceof CFunction function) {
            return function.liveAddress();
        } else if (argument instanceof Struct) {
            throw new IllegalArgumentException(name + ": variadic argument " + (index + 1)
                    + " is a struct, and C may mean itself or its address; pass '.asBytes()' for its address");
        } else if (argument instanceof Pointer pointer) {
            return Pointer.address(pointer);
        } else if (argument instanceof Character character) {
            return character;
        } else if (argument instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        throw new IllegalArgumentException(name + ": variadic argument " + (index + 1) + " is of type "
                + argument.getClass().getTypeName() + "; C takes numbers, strings and pointers");
    }
}
