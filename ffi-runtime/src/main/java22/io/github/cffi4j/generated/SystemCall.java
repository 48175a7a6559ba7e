package io.github.cffi4j.generated;

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
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a function of a system's library, looked up and linked when it is first made. Two threads may both link it, to the
 * same effect. Without lambdas, streams and joined texts: each costs milliseconds in a JVM that has just started.
 */
final class SystemCall extends MutableCallSite {
    /** So many integers every system passes in registers, where a narrow one takes a whole register. */
    private static final int IN_REGISTERS = 4;

    private static final MethodHandle AT_ADDRESS = atAddress();

    private final Lookup lookup;
    private final SystemLibrary library;
    private final String cName;
    private final String shape;

    SystemCall(Lookup lookup, SystemLibrary library, String cName, String type, String shape) {
        super(MethodType.fromMethodDescriptorString(type, lookup.lookupClass().getClassLoader()));
        this.lookup = lookup;
        this.library = library;
        this.cName = cName;
        this.shape = shape;
        setTarget(MethodHandles.foldArguments(MethodHandles.exactInvoker(type()), linker()));
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

    private MethodHandle linker() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(SystemCall.class, "linked", MethodType.methodType(MethodHandle.class))
                    .bindTo(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of this class", e);
        }
    }

    private MethodHandle linked() {
        long address = pointed() ? 0 : library.address(cName);
        CallShape types = CallShape.of(shape, library.values());
        try {
            MethodHandle adapted = adapted(downcall(address, types), types);
            setTarget(adapted);
            return adapted;
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    private MethodHandle downcall(long address, CallShape types) throws Throwable {
        if (pointed()) {
            MethodHandle downcallHandle = lookup.findVirtual(
                    Linker.class,
                    "downcallHandle",
                    MethodType.methodType(MethodHandle.class, FunctionDescriptor.class, Linker.Option[].class));
            MethodHandle call = (MethodHandle)
                    downcallHandle.asFixedArity().invoke(Linker.nativeLinker(), descriptor(types), options(types));
            return MethodHandles.filterArguments(call, 0, AT_ADDRESS);
        }
        return ForeignLinker.downcall(lookup, MemorySegment.ofAddress(address), descriptor(types), options(types));
    }

    /** Returns true if the function is the one that the first parameter points to. */
    private boolean pointed() {
        return cName.isEmpty();
    }

    private int first() {
        return pointed() ? 1 : 0;
    }

    private Linker.Option[] options(CallShape types) {
        List<Linker.Option> options = new ArrayList<>();
        if (types.errno()) {
            options.add(Linker.Option.captureCallState("errno"));
        }
        if (types.critical()) {
            options.add(Linker.Option.critical(takesArrays()));
        }
        return options.toArray(new Linker.Option[0]);
    }

    private boolean takesArrays() {
        for (Class<?> parameter : type().parameterList()) {
            if (parameter.isArray()) {
                return true;
            }
        }
        return false;
    }

    private FunctionDescriptor descriptor(CallShape types) {
        boolean registers = types.parameters().size() <= IN_REGISTERS;
        MemoryLayout[] parameters = new MemoryLayout[types.parameters().size()];
        for (int i = 0; i < parameters.length; i++) {
            String word = types.parameters().get(i);
            parameters[i] = type().parameterType(first() + i).isArray()
                    ? ValueLayout.ADDRESS
                    : StructLayouts.isStruct(word) ? struct(word) : argument(word, registers);
        }
        if (types.result().equals("v")) {
            return FunctionDescriptor.ofVoid(parameters);
        }
        return FunctionDescriptor.of(
                StructLayouts.isStruct(types.result()) ? struct(types.result()) : value(types.result()), parameters);
    }

    /**
     * C expects the caller to extend a narrow integer to 32 bits by its sign, and java.lang.foreign has no unsigned byte. On the
     * stack some systems give it no more room than its size.
     */
    private static MemoryLayout argument(String type, boolean registers) {
        boolean narrow = type.equals("s1") || type.equals("u1") || type.equals("s2") || type.equals("u2");
        return narrow && registers ? ValueLayout.JAVA_INT : value(type);
    }

    static MemoryLayout value(String type) {
        return switch (type) {
            case "s1", "u1" -> ValueLayout.JAVA_BYTE;
            case "s2" -> ValueLayout.JAVA_SHORT;
            case "u2" -> ValueLayout.JAVA_CHAR;
            case "s4", "u4" -> ValueLayout.JAVA_INT;
            case "s8", "u8", "a" -> ValueLayout.JAVA_LONG;
            case "b" -> ValueLayout.JAVA_BOOLEAN;
            case "f" -> ValueLayout.JAVA_FLOAT;
            case "d" -> ValueLayout.JAVA_DOUBLE;
            default -> throw new IllegalArgumentException("generated code has no type " + type);
        };
    }

    private MemoryLayout struct(String type) {
        return StructLayouts.of(type, library.values());
    }

    /** Memory at an address that Java gives, in the name of the generated class: the caller knows how much there is. */
    private MethodHandle memory(String type) throws ReflectiveOperationException {
        MethodHandle reinterpret = lookup.findVirtual(
                MemorySegment.class, "reinterpret", MethodType.methodType(MemorySegment.class, long.class));
        return MethodHandles.filterArguments(
                MethodHandles.insertArguments(reinterpret, 1, struct(type).byteSize()), 0, AT_ADDRESS);
    }

    /** A struct is returned into memory of Java's, whose address comes last. */
    private MethodHandle returned(MethodHandle call, String type) throws ReflectiveOperationException {
        MethodHandle allocator = MethodHandles.publicLookup()
                .findStatic(
                        SegmentAllocator.class,
                        "prefixAllocator",
                        MethodType.methodType(SegmentAllocator.class, MemorySegment.class));
        int place = first();
        MethodHandle taking =
                MethodHandles.filterArguments(call, place, MethodHandles.filterReturnValue(memory(type), allocator));
        int count = taking.type().parameterCount();
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i < place ? i : i == place ? count - 1 : i - 1;
        }
        MethodType last = taking.type().dropParameterTypes(place, place + 1).appendParameterTypes(long.class);
        return MethodHandles.permuteArguments(taking, last, order);
    }

    /** From the types of generated code, which hold every value of C's, to those of the call. */
    private MethodHandle adapted(MethodHandle call, CallShape types) throws ReflectiveOperationException {
        MethodHandle target = call;
        if (types.errno()) {
            MethodHandle enter = MethodHandles.lookup()
                    .findVirtual(KeptErrno.class, "enter", MethodType.methodType(MemorySegment.class))
                    .bindTo(new KeptErrno(lookup));
            target = MethodHandles.foldArguments(
                    target, first() + (StructLayouts.isStruct(types.result()) ? 1 : 0), enter);
        }
        if (StructLayouts.isStruct(types.result())) {
            target = returned(target, types.result());
        }
        for (int i = 0; i < types.parameters().size(); i++) {
            String type = types.parameters().get(i);
            target = StructLayouts.isStruct(type)
                    ? MethodHandles.filterArguments(target, first() + i, memory(type))
                    : extended(target, first() + i, type);
        }
        target = switch (types.result()) {
            case "u1" -> unsigned(target, Byte.class, byte.class);
            case "u4" -> unsigned(target, Integer.class, int.class);
            default -> target;
        };
        MethodHandle taking = takesArrays() ? HeapArrays.taken(target, type()) : target;
        return taking.type().equals(type()) ? taking : MethodHandles.explicitCastArguments(taking, type());
    }

    /** A narrow argument in a whole register: the value's own bits, whatever Java passes. */
    private static MethodHandle extended(MethodHandle target, int index, String type) {
        if (target.type().parameterType(index) != int.class) {
            return target;
        }
        Class<?> narrow =
                switch (type) {
                    case "s1" -> byte.class;
                    case "s2" -> short.class;
                    case "u2" -> char.class;
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
