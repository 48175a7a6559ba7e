package io.github.cffi4j.generated;

import io.github.cffi4j.generated.CallType.Composite;
import io.github.cffi4j.generated.CallType.Scalar;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Links a call of a function of a system's library by java.lang.foreign. Without lambdas and streams, for quick starts. */
final class ForeignCall {
    /** So many integers every system passes in registers, where a narrow one takes a whole register. */
    private static final int IN_REGISTERS = 4;

    private static final MethodHandle AT_ADDRESS = atAddress();

    private final Lookup lookup;
    private final long function;
    private final MethodType type;
    private final CallShape shape;

    ForeignCall(Lookup lookup, long function, MethodType type, CallShape shape) {
        this.lookup = lookup;
        this.function = function;
        this.type = type;
        this.shape = shape;
    }

    private static MethodHandle atAddress() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            MemorySegment.class, "ofAddress", MethodType.methodType(MemorySegment.class, long.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of the JDK", e);
        }
    }

    /** Returns the handle, of the type that generated code calls. */
    MethodHandle handle() throws Throwable {
        return adapted(downcall());
    }

    private MethodHandle downcall() throws Throwable {
        if (pointed()) {
            MethodHandle downcallHandle = lookup.findVirtual(
                    Linker.class,
                    "downcallHandle",
                    MethodType.methodType(MethodHandle.class, FunctionDescriptor.class, Linker.Option[].class));
            MethodHandle call =
                    (MethodHandle) downcallHandle.asFixedArity().invoke(Linker.nativeLinker(), descriptor(), options());
            return MethodHandles.filterArguments(call, 0, AT_ADDRESS);
        }
        return ForeignLinker.downcall(lookup, MemorySegment.ofAddress(function), descriptor(), options());
    }

    /** Returns true if the function is the one that the first parameter points to. */
    private boolean pointed() {
        return function == 0;
    }

    private int first() {
        return pointed() ? 1 : 0;
    }

    private Linker.Option[] options() {
        List<Linker.Option> options = new ArrayList<>();
        if (shape.errno()) {
            options.add(KeptErrors.CAPTURED);
        }
        if (shape.fixed() >= 0) {
            options.add(Linker.Option.firstVariadicArg(shape.fixed()));
        }
        if (shape.critical()) {
            options.add(Linker.Option.critical(takesArrays()));
        }
        return options.toArray(new Linker.Option[0]);
    }

    private boolean takesArrays() {
        for (Class<?> parameter : type.parameterList()) {
            if (parameter.isArray()) {
                return true;
            }
        }
        return false;
    }

    private FunctionDescriptor descriptor() {
        boolean registers = shape.parameters().size() <= IN_REGISTERS;
        MemoryLayout[] parameters = new MemoryLayout[shape.parameters().size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = type.parameterType(first() + i).isArray()
                    ? ValueLayout.ADDRESS
                    : argument(shape.parameters().get(i), registers);
        }
        return shape.result() == Scalar.VOID
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(shape.result()), parameters);
    }

    /**
     * C expects the caller to extend a narrow integer to 32 bits by its sign, and java.lang.foreign has no unsigned byte. On the
     * stack some systems give it no more room than its size.
     */
    private static MemoryLayout argument(CallType type, boolean registers) {
        boolean narrow = type == Scalar.INT8 || type == Scalar.UINT8 || type == Scalar.INT16 || type == Scalar.UINT16;
        return narrow && registers ? ValueLayout.JAVA_INT : layout(type);
    }

    /**
     * Returns how java.lang.foreign passes a type.
     *
     * @throws UnsupportedOperationException if it passes no such struct
     */
    static MemoryLayout layout(CallType type) {
        return type instanceof Composite composite ? StructLayouts.of(composite) : value((Scalar) type);
    }

    static MemoryLayout value(Scalar type) {
        return switch (type) {
            case INT8, UINT8 -> ValueLayout.JAVA_BYTE;
            case INT16 -> ValueLayout.JAVA_SHORT;
            case UINT16 -> ValueLayout.JAVA_CHAR;
            case INT32, UINT32 -> ValueLayout.JAVA_INT;
            case INT64, UINT64, ADDRESS -> ValueLayout.JAVA_LONG;
            case BOOL -> ValueLayout.JAVA_BOOLEAN;
            case FLOAT -> ValueLayout.JAVA_FLOAT;
            case DOUBLE -> ValueLayout.JAVA_DOUBLE;
            case VOID -> throw new IllegalArgumentException("nothing has no layout");
        };
    }

    /** Memory at an address that Java gives, in the name of the generated class: the caller knows how much there is. */
    private MethodHandle memory(Composite struct) throws ReflectiveOperationException {
        MethodHandle reinterpret = lookup.findVirtual(
                MemorySegment.class, "reinterpret", MethodType.methodType(MemorySegment.class, long.class));
        return MethodHandles.filterArguments(
                MethodHandles.insertArguments(reinterpret, 1, struct.size()), 0, AT_ADDRESS);
    }

    /** A struct is returned into memory of Java's, whose address comes last. */
    private MethodHandle returned(MethodHandle call, Composite struct) throws ReflectiveOperationException {
        MethodHandle allocator = MethodHandles.publicLookup()
                .findStatic(
                        SegmentAllocator.class,
                        "prefixAllocator",
                        MethodType.methodType(SegmentAllocator.class, MemorySegment.class));
        int place = first();
        MethodHandle taking =
                MethodHandles.filterArguments(call, place, MethodHandles.filterReturnValue(memory(struct), allocator));
        int count = taking.type().parameterCount();
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i < place ? i : i == place ? count - 1 : i - 1;
        }
        MethodType last = taking.type().dropParameterTypes(place, place + 1).appendParameterTypes(long.class);
        return MethodHandles.permuteArguments(taking, last, order);
    }

    /** From the types of generated code, which hold every value of C's, to those of the call. */
    private MethodHandle adapted(MethodHandle call) throws ReflectiveOperationException {
        MethodHandle target = call;
        if (shape.errno()) {
            MethodHandle enter = MethodHandles.lookup()
                    .findVirtual(KeptErrors.class, "enter", MethodType.methodType(MemorySegment.class))
                    .bindTo(KeptErrors.of(lookup));
            target =
                    MethodHandles.foldArguments(target, first() + (shape.result() instanceof Composite ? 1 : 0), enter);
        }
        if (shape.result() instanceof Composite struct) {
            target = returned(target, struct);
        }
        for (int i = 0; i < shape.parameters().size(); i++) {
            CallType argument = shape.parameters().get(i);
            target = argument instanceof Composite struct
                    ? MethodHandles.filterArguments(target, first() + i, memory(struct))
                    : extended(target, first() + i, (Scalar) argument);
        }
        if (shape.result() == Scalar.UINT8) {
            target = unsigned(target, Byte.class, byte.class);
        } else if (shape.result() == Scalar.UINT32) {
            target = unsigned(target, Integer.class, int.class);
        }
        MethodHandle taking = takesArrays() ? HeapArrays.taken(target, type) : target;
        return taking.type().equals(type) ? taking : MethodHandles.explicitCastArguments(taking, type);
    }

    /** A narrow argument in a whole register: the value's own bits, whatever Java passes. */
    private static MethodHandle extended(MethodHandle target, int index, Scalar type) {
        if (target.type().parameterType(index) != int.class) {
            return target;
        }
        Class<?> narrow =
                switch (type) {
                    case INT8 -> byte.class;
                    case INT16 -> short.class;
                    case UINT16 -> char.class;
                    default -> null;
                };
        if (narrow == null) {
            return target;
        }
        MethodType cast = target.type().changeParameterType(index, narrow);
        return MethodHandles.explicitCastArguments(target, cast);
    }

    private static MethodHandle unsigned(MethodHandle target, Class<?> box, Class<?> value)
            throws ReflectiveOperationException {
        String widen = value == byte.class ? "toUnsignedInt" : "toUnsignedLong";
        Class<?> wide = value == byte.class ? int.class : long.class;
        return MethodHandles.filterReturnValue(
                target, MethodHandles.publicLookup().findStatic(box, widen, MethodType.methodType(wide, value)));
    }
}
