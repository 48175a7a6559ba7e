package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Says which Java types a method may declare for a C type: those that generated code has. */
final class JavaTypes {
    private JavaTypes() {}

    /** Returns true if a parameter may be declared so. */
    static boolean takes(Crossing type, Class<?> declared) {
        if (type instanceof PointerCrossing pointer) {
            return declared == String.class && pointer.takesText()
                    || declared == byte[].class && pointer.takesBytes()
                    || declared == ByteBuffer.class && pointer.takesData()
                    || Pointer.class.isAssignableFrom(declared)
                            && (pointer.target() instanceof VoidCrossing || gives(type, declared));
        } else if (type instanceof FunctionPointerCrossing function) {
            return declared == Callback.class
                    || gives(type, declared)
                    || function(declared) != null && fits(function.prototype(), function(declared));
        }
        return gives(type, declared);
    }

    /** Returns true if a result may be declared so. */
    static boolean gives(Crossing type, Class<?> declared) {
        Class<?> java = type.javaType();
        if (type instanceof PointerCrossing || type instanceof FunctionPointerCrossing) {
            return Pointer.class.isAssignableFrom(declared) && declared.isAssignableFrom(java);
        }
        return declared == java;
    }

    /** Returns the method of an interface that a lambda implements; {@code null} if it is none. */
    static Method function(Class<?> type) {
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
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
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
