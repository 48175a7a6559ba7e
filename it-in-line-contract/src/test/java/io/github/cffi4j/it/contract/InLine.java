package io.github.cffi4j.it.contract;

import io.github.cffi4j.Arena;
import io.github.cffi4j.FunctionPointer;
import io.github.cffi4j.Opaque;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Struct;
import io.github.cffi4j.dynamic.CFunction;
import io.github.cffi4j.dynamic.Callback;
import io.github.cffi4j.dynamic.Cdef;
import io.github.cffi4j.dynamic.Library;
import io.github.cffi4j.dynamic.StructView;
import io.github.cffi4j.generated.AnsweredCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A cdef of the contract suite in in-line mode: takes and returns the objects of generated bindings. */
final class InLine {
    /** Whether calls go by interfaces, and not by the functions' names. */
    static final boolean TYPED = Boolean.getBoolean("contract.typed");

    private static final Path CDEFS = Path.of(System.getProperty("contract.cdefs"));
    private static final Path LIBRARY = Path.of(System.getProperty("contract.library"));
    private static final Map<Class<?>, InLine> ALL = new ConcurrentHashMap<>();

    private final Library library;
    private final List<String> variables;
    private final Map<Class<?>, Object> interfaces = new ConcurrentHashMap<>();
    private final Map<Class<?>, String> structs = new ConcurrentHashMap<>();

    private InLine(Class<?> binding) {
        try {
            String text = Files.readString(CDEFS.resolve(binding.getSimpleName() + ".cdef"));
            library = Cdef.of(text).open(LIBRARY);
            variables = Pattern.compile("(?m)^extern .*?(\\w+)(?:\\[.*)?;")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InLine of(Class<?> binding) {
        InLine known = ALL.get(binding);
        return known != null ? known : ALL.computeIfAbsent(binding, InLine::new);
    }

    /** Calls a function, or gets or sets a variable, by its name. */
    Object call(String name, Class<?> result, Object[] arguments) {
        Object[] inLine = Arrays.stream(arguments).map(this::inLine).toArray();
        if (!variables.contains(name)) {
            return generated(library.call(name, inLine), result);
        } else if (arguments.length == 0) {
            return generated(library.get(name), result);
        }
        library.set(name, inLine[0]);
        return null;
    }

    /** Returns the functions as an interface. */
    <T> T typed(Class<T> type) {
        return type.cast(interfaces.computeIfAbsent(type, library::as));
    }

    /** Calls a function pointer. */
    Object invoke(String type, FunctionPointer pointer, Class<?> result, Object[] arguments) {
        Object[] inLine = Arrays.stream(arguments).map(this::inLine).toArray();
        CFunction function = library.cdef().cast(type, pointer);
        return generated(function.call(inLine), result);
    }

    /** Makes a C function that lives as long as the arena. */
    Pointer stub(String type, Arena arena, Object code) {
        return code instanceof FunctionPointer pointer ? pointer : library.callback(arena, type, callback(code));
    }

    long address(String name) {
        return variables.contains(name)
                ? library.addressOf(name).address()
                : library.function(name).address();
    }

    static Object[] all(Object[] fixed, Object[] more) {
        if (more == null) {
            more = new Object[1];
        }
        Object[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return all;
    }

    static boolean isCode(Object code) {
        return code != null && !(code instanceof FunctionPointer) && !(code instanceof AnsweredCode);
    }

    static boolean isPointer(Object code) {
        return code == null || code instanceof FunctionPointer;
    }

    static boolean isBuffer(Object data) {
        return data == null || data instanceof byte[] || data instanceof ByteBuffer;
    }

    static ByteBuffer buffer(Object data) {
        return data instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : (ByteBuffer) data;
    }

    StructView view(Pointer struct) {
        return (StructView) pointer(struct);
    }

    /** Returns a generated struct or opaque pointer as in-line mode has it. */
    Pointer pointer(Pointer pointer) {
        if (pointer == null) {
            return null;
        }
        String type = structs.computeIfAbsent(pointer.getClass(), this::cName);
        return library.cdef().cast(type, pointer);
    }

    private String cName(Class<?> struct) {
        String name = struct.getSimpleName();
        for (String prefix : List.of("", "struct ", "union ")) {
            try {
                library.cdef().sizeof(prefix + name);
                return prefix + name + " *";
            } catch (IllegalArgumentException none) {
                // Of another kind, or opaque.
            }
        }
        return name + " *";
    }

    CFunction function(Object pointer) {
        return pointer == null ? null : library.cdef().cast(cType(pointer.getClass()), (FunctionPointer) pointer);
    }

    private static Class<?> codeType(Class<?> type) {
        for (Class<?> found = type; found != null; found = found.getSuperclass()) {
            for (Class<?> each : found.getInterfaces()) {
                if (each.getPackageName().equals(InLine.class.getPackageName())) {
                    return each;
                }
            }
        }
        return null;
    }

    private static String cType(Class<?> type) {
        try {
            return (String) codeType(type).getField("C_TYPE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private Object inLine(Object value) {
        if (value instanceof FunctionPointer pointer && codeType(value.getClass()) != null) {
            return function(pointer);
        } else if ((value instanceof Struct || value instanceof Opaque)
                && value.getClass().getEnclosingClass() != null
                && value.getClass().getPackage() == InLine.class.getPackage()) {
            return pointer((Pointer) value);
        }
        return value == null || codeType(value.getClass()) == null ? value : callback(value);
    }

    private Object generated(Object value, Class<?> type) {
        try {
            if (value instanceof CFunction function) {
                Class<?> code = type.isInterface() ? type : type.getEnclosingClass();
                Method at = code.getMethod("at", Pointer.class);
                at.setAccessible(true);
                return at.invoke(null, function);
            } else if (value instanceof Pointer pointer && !type.isInstance(value)) {
                return type.getMethod("at", Pointer.class).invoke(null, pointer);
            }
            return value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private Callback callback(Object code) {
        if (code instanceof AnsweredCode<?> answered) {
            Callback inner = callback(field(answered, "code"));
            @SuppressWarnings("unchecked")
            Function<Throwable, Object> answer = (Function<Throwable, Object>) field(answered, "answer");
            return arguments -> Callback.onError(failure -> run(callback(answer.apply(failure)), arguments), inner)
                    .call(arguments);
        }
        Method method = Arrays.stream(codeType(code.getClass()).getMethods())
                .filter(each -> each.getName().equals("call"))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        Class<?>[] types = method.getParameterTypes();
        return arguments -> {
            Object[] generated = new Object[arguments.length];
            for (int i = 0; i < generated.length; i++) {
                generated[i] = generated(arguments[i], types[i]);
            }
            try {
                return inLine(method.invoke(code, generated));
            } catch (InvocationTargetException e) {
                throw unchecked(e.getCause());
            }
        };
    }

    @SuppressWarnings("unchecked") // Erased: nothing is cast.
    private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static Object run(Callback code, Object[] arguments) {
        try {
            return code.call(arguments);
        } catch (Exception e) {
            throw unchecked(e);
        }
    }

    private static Object field(AnsweredCode<?> code, String name) {
        try {
            Field field = AnsweredCode.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(code);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
