package io.github.cffi4j.dynamic;

import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.dynamic.generated.BoundFunction;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a hidden class that implements an interface of the user's by the functions and variables of a library. */
final class InterfaceClass {
    private final Class<?> type;
    private final Library library;
    private final MethodHandles.Lookup lookup;
    private final ClassFile file;
    private final List<Object> constants = new ArrayList<>();
    private final List<String> mismatches = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private InterfaceClass(Class<?> type, Library library) {
        this.type = type;
        this.library = library;
        this.lookup = PackageLookup.of(type);
        String folder = lookup.lookupClass().getPackageName().replace('.', '/');
        String name = (folder.isEmpty() ? "" : folder + "/") + type.getSimpleName() + "$Library";
        this.file = new ClassFile(name, "java/lang/Object", type.getName().replace('.', '/'));
    }

    /**
     * Returns an object of the interface.
     *
     * @throws CdefMismatchException if it does not fit the cdef
     * @throws UnsupportedOperationException if the library lacks one of its functions
     */
    static <T> T instance(Class<T> type, Library library) {
        if (!type.isInterface() || type.isAnnotation() || type.isSealed()) {
            throw new IllegalArgumentException(type.getName() + " is no interface that a class can implement");
        }
        return type.cast(new InterfaceClass(type, library).instance());
    }

    private Object instance() {
        for (Method method : JavaTypes.methods(type)) {
            add(method);
        }
        if (!mismatches.isEmpty()) {
            throw new CdefMismatchException(type, mismatches);
        } else if (!missing.isEmpty()) {
            throw new UnsupportedOperationException(library.path() + " lacks " + String.join(", ", missing) + " of "
                    + type.getName() + "; mark what you can do without with @MayBeMissing");
        }
        constructor();
        try {
            MethodHandles.Lookup hidden = lookup.defineHiddenClassWithClassData(file.toBytes(), constants, true);
            Constructor<?> constructor = hidden.lookupClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the class for " + type.getName() + " cannot be made", impossible);
        }
    }

    private void add(Method method) {
        String name = JavaTypes.cName(method, library.cdef().values().keySet());
        Declaration declaration = library.cdef().values().get(name);
        if (closes(method, declaration)) {
            boxed(method, new LibraryClose(library));
        } else if (declaration instanceof Declaration.Function function) {
            function(method, name, function);
        } else if (library.isVariable(name)) {
            variable(method, name, declaration);
        } else {
            mismatches.add(JavaTypes.shown(type, method) + ": " + unknown(method, name));
        }
    }

    private String unknown(Method method, String name) {
        int changed = name.indexOf('-');
        if (changed > 0) {
            return "Kotlin has changed the name '" + name.substring(0, changed)
                    + "', because of a value class; declare the type of its value, such as Long for UInt";
        } else if (hasDefault(method)) {
            return "Kotlin has put its body into DefaultImpls; compile with -jvm-default=enable, or before Kotlin 2.2"
                    + " with -Xjvm-default=all";
        }
        return "the cdef has no '" + name + "'"
                + NearestName.hint(name, library.cdef().values().keySet());
    }

    /** Returns true if Kotlin gave the method a body, but not where the JVM looks for it. */
    private boolean hasDefault(Method method) {
        for (Class<?> nested : type.getDeclaredClasses()) {
            if (nested.getSimpleName().equals("DefaultImpls")) {
                for (Method body : nested.getDeclaredMethods()) {
                    if (body.getName().equals(method.getName())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Returns true for the {@code close()} of {@link AutoCloseable}, unless C has a function like that. */
    private boolean closes(Method method, Declaration declaration) {
        return AutoCloseable.class.isAssignableFrom(type)
                && method.getName().equals("close")
                && method.getParameterCount() == 0
                && method.getReturnType() == void.class
                && !(declaration instanceof Declaration.Function function
                        && library.cdef()
                                .types()
                                .prototype("close", function.type())
                                .parameters()
                                .isEmpty());
    }

    private void function(Method method, String name, Declaration.Function declaration) {
        Prototype prototype = library.cdef().types().prototype(name, declaration.type());
        Class<?>[] parameters = method.getParameterTypes();
        TypedCallback[] callbacks = new TypedCallback[parameters.length];
        int fixed = prototype.parameters().size();
        boolean fits = parameters.length == (prototype.variadic() ? fixed + 1 : fixed)
                && JavaTypes.gives(prototype.result(), method.getReturnType());
        if (fits && prototype.variadic()) {
            fits = parameters[fixed] == Object[].class;
        }
        for (int i = 0; fits && i < fixed; i++) {
            fits = JavaTypes.takes(prototype.parameters().get(i).type(), parameters[i]);
        }
        if (!fits) {
            mismatch(method, prototype.declaration(), declaration);
            return;
        }
        BoundFunction bound;
        boolean optional = method.isAnnotationPresent(MayBeMissing.class);
        if (library.missing().contains(name)) {
            if (!optional) {
                missing.add(name);
            }
            bound = new MissingFunction("there is no '" + name + "' in " + library.path());
        } else {
            for (int i = 0; i < fixed; i++) {
                callbacks[i] = callback(prototype.parameters().get(i).type(), parameters[i]);
            }
            Class<?> result = method.getReturnType();
            StructType<?> struct =
                    StructOf.class.isAssignableFrom(result) ? library.cdef().anyType(result) : null;
            bound = new BoundCall(library.function(name), callbacks, struct, prototype.variadic());
        }
        write(method, bound, prototype);
    }

    private @Nullable TypedCallback callback(Crossing type, Class<?> declared) {
        boolean own = type instanceof FunctionPointerCrossing && declared.isInterface() && declared != Callback.class;
        if (!own) {
            return null;
        }
        try {
            return new TypedCallback(
                    declared, JavaTypes.function(declared), library.cdef(), PackageLookup.in(declared));
        } catch (IllegalAccessException closed) {
            throw new IllegalArgumentException(
                    declared.getName() + " cannot be called: its module does not open its package", closed);
        }
    }

    private void variable(Method method, String name, Declaration declaration) {
        Crossing variable = library.variableType(name);
        boolean reads = method.getParameterCount() == 0 && JavaTypes.gives(variable, method.getReturnType());
        boolean writes = method.getParameterCount() == 1
                && method.getReturnType() == void.class
                && JavaTypes.gives(variable, method.getParameterTypes()[0]);
        if (!reads && !writes) {
            mismatch(method, variable.spelling() + " " + name, declaration);
        } else if (library.missing().contains(name)) {
            missing.add(name);
        } else {
            boxed(method, new VariableAccess(library, name));
        }
    }

    private void mismatch(Method method, String inC, Declaration declaration) {
        mismatches.add(JavaTypes.shown(type, method) + ": the cdef has " + inC + ", at "
                + declaration.nameSpan().position());
    }

    private void write(Method method, BoundFunction bound, Prototype prototype) {
        MethodType methodType = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        if (!FastCall.applies(prototype, methodType)) {
            boxed(method, bound);
            return;
        }
        MethodCode code = new MethodCode(file, methodType);
        int index = constants.size();
        constants.add(bound);
        if (FastCall.resultType(prototype) != null) {
            constants.add(FastCall.resultType(prototype));
        }
        FastCall.write(prototype, methodType, code, index);
        file.add(method.getName(), methodType.descriptorString(), code);
    }

    private void boxed(Method method, BoundFunction bound) {
        MethodType methodType = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        MethodCode code = new MethodCode(file, methodType);
        code.element(constants.size(), BoundFunction.class);
        constants.add(bound);
        code.newArray(methodType.parameterCount());
        int local = 1;
        for (int i = 0; i < methodType.parameterCount(); i++) {
            Class<?> declared = methodType.parameterType(i);
            code.dup();
            code.small(i);
            code.boxed(declared, local);
            code.storeElement();
            local += MethodCode.words(declared);
        }
        code.callVirtual(BoundFunction.class, "call", Object.class, Object[].class);
        code.unboxed(methodType.returnType());
        file.add(method.getName(), methodType.descriptorString(), code);
    }

    private void constructor() {
        MethodType none = MethodType.methodType(void.class);
        MethodCode code = new MethodCode(file, none);
        code.load(Object.class, 0);
        code.callConstructor(Object.class);
        code.ret(void.class);
        file.add("<init>", none.descriptorString(), code);
    }
}
