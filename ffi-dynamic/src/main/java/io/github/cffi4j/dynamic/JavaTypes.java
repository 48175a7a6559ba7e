package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says which Java types a method may declare for a C type: those that generated code has. */
final class JavaTypes {
    private JavaTypes() {}

    /** Returns true if a parameter may be declared so. */
    static boolean takes(Crossing type, Class<?> declared) {
        if (type instanceof PointerCrossing pointer) {
            return declared == String.class && pointer.takesText()
                    || declared == byte[].class && pointer.takesBytes()
                    || declared == ByteBuffer.class && pointer.takesData()
                    || Pointer.class.isAssignableFrom(declared) && pointer.target() instanceof VoidCrossing
                    || gives(type, declared);
        } else if (type instanceof FunctionPointerCrossing function) {
            return declared == Callback.class
                    || gives(type, declared)
                    || function(declared) != null && fits(function.prototype(), function(declared));
        }
        return gives(type, declared);
    }

    /** Returns true if a result may be declared so. */
    static boolean gives(Crossing type, Class<?> declared) {
        if (declared.isInterface()) {
            return structOf(type) != null && isNamed(structOf(type), declared);
        }
        Class<?> java = type.javaType();
        if (type instanceof ArrayCrossing) {
            return Pointer.class.isAssignableFrom(declared) && declared.isAssignableFrom(java);
        } else if (type instanceof PointerCrossing || type instanceof FunctionPointerCrossing) {
            return Pointer.class.isAssignableFrom(declared) && declared.isAssignableFrom(java);
        }
        return declared == java;
    }

    /** Returns the struct that a value is or points to, if it does. */
    private static @Nullable StructLayout structOf(Crossing type) {
        Crossing found = type instanceof PointerCrossing pointer
                ? pointer.target()
                : type instanceof ArrayCrossing array ? array.element() : type;
        return found instanceof StructCrossing struct ? struct.layout() : null;
    }

    private static boolean isNamed(StructLayout layout, Class<?> declared) {
        String name = cName(declared);
        return StructOf.class.isAssignableFrom(declared)
                && layout.name().equals(name.substring(name.lastIndexOf(' ') + 1));
    }

    /** Returns the name of the struct that an interface stands for. */
    static String cName(Class<?> type) {
        CName annotation = type.getAnnotation(CName.class);
        return annotation == null ? type.getSimpleName() : annotation.value();
    }

    /** Returns the name that C has for a method; {@code new_} is {@code new}, which Java forbids. */
    static String cName(Method method, Set<String> known) {
        CName annotation = method.getAnnotation(CName.class);
        String name = annotation == null ? method.getName() : annotation.value();
        boolean shorter = name.endsWith("_") && !known.contains(name);
        return shorter ? name.substring(0, name.length() - 1) : name;
    }

    /** Returns the methods to implement, in the order of their names. */
    static List<Method> methods(Class<?> type) {
        Map<String, Method> sorted = new TreeMap<>();
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !ofObject(method)) {
                sorted.put(method.getName() + " " + method, method);
            }
        }
        return new ArrayList<>(sorted.values());
    }

    /** Returns the method of an interface that a lambda implements; {@code null} if it is none. */
    static @Nullable Method function(Class<?> type) {
        Method found = null;
        for (Method method : type.isInterface() ? type.getMethods() : new Method[0]) {
            if (Modifier.isAbstract(method.getModifiers()) && !ofObject(method)) {
                if (found != null) {
                    return null;
                }
                found = method;
            }
        }
        return found;
    }

    /** Returns true for a method that every object has. */
    static boolean ofObject(Method method) {
        return ofClass(Object.class, method);
    }

    /** Returns true if a class has a method of the same name and parameters. */
    static boolean ofClass(Class<?> type, Method method) {
        try {
            type.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException none) {
            return false;
        }
    }

    /** Returns true if a method can be the code of a callback. */
    static boolean fits(Prototype prototype, Method method) {
        Class<?>[] declared = method.getParameterTypes();
        boolean fits = !prototype.variadic()
                && declared.length == prototype.parameters().size();
        for (int i = 0; fits && i < declared.length; i++) {
            fits = gives(prototype.parameters().get(i).type(), declared[i]);
        }
        return fits
                && (prototype.result() instanceof VoidCrossing
                        ? method.getReturnType() == void.class
                        : takes(prototype.result(), method.getReturnType()));
    }

    /** Returns a method as messages show it, as in {@code LibM.hypot(float, double)}. */
    static String shown(Class<?> type, Method method) {
        List<String> parameters = new ArrayList<>();
        for (Class<?> parameter : method.getParameterTypes()) {
            parameters.add(parameter.getSimpleName());
        }
        return type.getSimpleName() + "." + method.getName() + "(" + String.join(", ", parameters) + ")";
    }
}
