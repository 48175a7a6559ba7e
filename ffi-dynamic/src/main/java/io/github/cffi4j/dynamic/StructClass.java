package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.Segment;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a hidden class of struct views that implements an interface of the struct's fields. */
final class StructClass {
    private static final MethodType CONSTRUCTOR = MethodType.methodType(void.class, Segment.class, StructType.class);

    private final Class<?> type;
    private final StructLayout layout;
    private final Cdef cdef;
    private final Lookup lookup;
    private final String name;
    private final ClassFile file;
    private final List<Object> constants = new ArrayList<>();
    private final List<String> mismatches = new ArrayList<>();

    private StructClass(Class<?> type, StructLayout layout, Cdef cdef) {
        this.type = type;
        this.layout = layout;
        this.cdef = cdef;
        this.lookup = PackageLookup.of(type);
        String folder = lookup.lookupClass().getPackageName().replace('.', '/');
        this.name = (folder.isEmpty() ? "" : folder + "/") + type.getSimpleName() + "$View";
        this.file = new ClassFile(name, internal(StructView.class), internal(type));
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /**
     * Writes the class for a type.
     *
     * @throws CdefMismatchException if the interface does not fit the struct
     */
    static void write(Class<?> type, StructType<?> struct, Cdef cdef) {
        new StructClass(type, struct.layout(), cdef).write(struct);
    }

    private void write(StructType<?> struct) {
        for (Method method : JavaTypes.methods(type)) {
            if (method.getDeclaringClass() != StructOf.class) {
                add(method);
            }
        }
        if (!mismatches.isEmpty()) {
            throw new CdefMismatchException(type, mismatches);
        }
        constructor();
        sameType();
        self();
        try {
            Lookup hidden = lookup.defineHiddenClassWithClassData(file.toBytes(), constants, true);
            // No memory is read: the object is there to make others.
            Segment nothing = Segment.ofAddress(layout.alignment(), 0);
            struct.maker((StructView)
                    hidden.findConstructor(hidden.lookupClass(), CONSTRUCTOR).invoke(nothing, struct));
        } catch (Throwable impossible) {
            throw new IllegalStateException("the class for " + type.getName() + " cannot be made", impossible);
        }
    }

    private void add(Method method) {
        String fieldName = JavaTypes.cName(method, layout.fields().keySet());
        StructField field = layout.fields().get(fieldName);
        if (field == null) {
            mismatches.add(JavaTypes.shown(type, method) + ": " + layout.name() + " has no field '" + fieldName + "'"
                    + NearestName.hint(fieldName, layout.fields().keySet()));
        } else if (JavaTypes.ofClass(StructView.class, method)) {
            mismatches.add(JavaTypes.shown(type, method) + ": all pointers have a method of that name; call it "
                    + method.getName() + "_");
        } else if (method.getParameterCount() == 0 && reads(field, method.getReturnType())) {
            getter(method, field);
        } else if (method.getParameterCount() == 1
                && (method.getReturnType() == void.class || method.getReturnType() == type)
                && writes(field, method.getParameterTypes()[0])) {
            setter(method, field);
        } else {
            mismatches.add(JavaTypes.shown(type, method) + ": the cdef has "
                    + field.type().spelling() + " " + fieldName + ", at "
                    + field.declared().position());
        }
    }

    private static boolean reads(StructField field, Class<?> declared) {
        return JavaTypes.gives(field.type(), declared);
    }

    private static boolean writes(StructField field, Class<?> declared) {
        return field.type() instanceof ArrayCrossing array
                ? declared == String.class && array.takesText()
                : JavaTypes.gives(field.type(), declared);
    }

    private void getter(Method method, StructField field) {
        Class<?> declared = method.getReturnType();
        MethodType methodType = MethodType.methodType(declared);
        MethodCode code = new MethodCode(file, methodType);
        String direct = direct(field);
        if (!direct.isEmpty()) {
            code.load(Object.class, 0);
            code.callVirtual(Pointer.class, "segment", Segment.class);
            code.number(field.offset());
            code.callVirtual(Segment.class, "get" + direct, declared, long.class);
            code.ret(declared);
        } else {
            StructType<?> struct = structType(declared);
            if (struct != null) {
                code.element(constants.size(), StructType.class);
                constants.add(struct);
            }
            code.load(Object.class, 0);
            code.string(field.name());
            code.callVirtual(StructView.class, "get", Object.class, String.class);
            if (struct != null) {
                code.cast(Pointer.class);
                code.callVirtual(StructType.class, "at", StructOf.class, Pointer.class);
            }
            code.unboxed(declared);
        }
        file.add(method.getName(), methodType.descriptorString(), code);
    }

    private @Nullable StructType<?> structType(Class<?> declared) {
        return StructOf.class.isAssignableFrom(declared) ? cdef.anyType(declared) : null;
    }

    private void setter(Method method, StructField field) {
        Class<?> declared = method.getParameterTypes()[0];
        MethodType methodType = MethodType.methodType(method.getReturnType(), declared);
        MethodCode code = new MethodCode(file, methodType);
        String direct = direct(field);
        code.load(Object.class, 0);
        if (!direct.isEmpty()) {
            code.callVirtual(Pointer.class, "segment", Segment.class);
            code.number(field.offset());
            code.load(declared, 1);
            code.callVirtual(Segment.class, "set" + direct, void.class, long.class, declared);
        } else {
            code.string(field.name());
            code.boxed(declared, 1);
            code.callVirtual(StructView.class, "set", StructView.class, String.class, Object.class);
            code.popReference();
        }
        if (method.getReturnType() != void.class) {
            code.load(Object.class, 0);
        }
        code.ret(method.getReturnType());
        file.add(method.getName(), methodType.descriptorString(), code);
    }

    /** Returns what {@link Segment} calls the type of a field that every Java value of its type fits; otherwise nothing. */
    private static String direct(StructField field) {
        Class<?> java = field.type().javaType();
        boolean number = field.bits() == null
                && (field.type() instanceof FloatingCrossing
                        || field.type() instanceof IntegerCrossing
                                && field.type().size() == (java == int.class ? Integer.BYTES : Long.BYTES));
        if (!number) {
            return "";
        }
        return java == int.class ? "Int" : java == long.class ? "Long" : java == float.class ? "Float" : "Double";
    }

    private void constructor() {
        MethodCode code = new MethodCode(file, CONSTRUCTOR);
        code.load(Object.class, 0);
        code.load(Object.class, 1);
        code.load(Object.class, 2);
        code.callConstructor(StructView.class, Segment.class, StructType.class);
        code.ret(void.class);
        file.add("<init>", CONSTRUCTOR.descriptorString(), code);
    }

    private void sameType() {
        MethodType methodType = MethodType.methodType(StructView.class, Segment.class);
        MethodCode code = new MethodCode(file, methodType);
        code.newObject(name);
        code.dup();
        code.load(Object.class, 1);
        code.load(Object.class, 0);
        code.callVirtual(StructView.class, "structType", StructType.class);
        code.callOwnConstructor(name, CONSTRUCTOR);
        code.ret(StructView.class);
        file.add("sameType", methodType.descriptorString(), code);
    }

    private void self() {
        MethodType get = MethodType.methodType(StructOf.class, long.class);
        MethodCode code = new MethodCode(file, get);
        code.load(Object.class, 0);
        code.load(long.class, 1);
        code.callVirtual(StructView.class, "get", StructView.class, long.class);
        code.cast(StructOf.class);
        code.ret(StructOf.class);
        file.add("get", get.descriptorString(), code);
        MethodType view = MethodType.methodType(StructView.class);
        MethodCode itself = new MethodCode(file, view);
        itself.load(Object.class, 0);
        itself.ret(StructView.class);
        file.add("view", view.descriptorString(), itself);
    }
}
