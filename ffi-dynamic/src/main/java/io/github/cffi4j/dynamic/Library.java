package io.github.cffi4j.dynamic;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Segment;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.engine.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A library that was opened for a {@link Cdef}. Any thread may use it. After {@link #close}, nothing of it can be used; do
 * not close it while another thread is in one of its functions.
 */
public final class Library implements AutoCloseable {
    private static final String ERRNO = "errno";

    /** A power of two. */
    private static final int RECENT = 32;

    private final Cdef cdef;
    private final Symbols symbols;
    private final Map<String, Long> addresses = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();
    private final Map<String, CFunction> functions = new ConcurrentHashMap<>();
    /** Those called lately, by the hashes of their names. Their fields are final, so a race costs another look at the map. */
    private final CFunction[] recent = new CFunction[RECENT];

    private final Map<String, Variable> variables = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Library(Cdef cdef, Symbols symbols) {
        this.cdef = cdef;
        this.symbols = symbols;
        for (Declaration declaration : cdef.values().values()) {
            if (isSymbol(declaration)) {
                String name = declaration.name();
                long address = symbols.find(name);
                if (address == 0) {
                    missing.add(name);
                } else {
                    addresses.put(name, address);
                }
            }
        }
    }

    private static boolean isSymbol(Declaration declaration) {
        return declaration instanceof Declaration.Function
                || declaration instanceof Declaration.Variable
                        && !declaration.name().equals(ERRNO)
                || declaration instanceof Declaration.Constant constant
                        && constant.value().isEmpty();
    }

    /**
     * Calls a function.
     *
     * <p>Arguments and results have the Java types that generated code has: an {@code int} of C is an {@code Integer}, a {@code
     * const char *} takes a {@code String}, a {@code char *} comes back as a {@link io.github.cffi4j.BytePointer}, a struct is a
     * {@link StructView}. Integers that do not fit are refused. A function pointer takes {@link Callback#of} for the time of the
     * call. For {@code ...}, an {@code int} and a {@code long} go as they are, a {@code float} as {@code double}.
     *
     * @return {@code null} for {@code void} and for NULL
     * @throws IllegalArgumentException if the cdef has no such function (the message has the nearest name), or an argument is of a
     *     wrong type or out of range (it has the parameter's name)
     * @throws IllegalStateException if the library was closed
     * @throws UnsupportedOperationException if the library has no such function
     */
    public @Nullable Object call(String function, @Nullable Object... arguments) {
        return function(function).call(arguments);
    }

    /**
     * Returns a function, so that calls need not look it up.
     *
     * @throws IllegalArgumentException if the cdef has no such function; the message has the nearest name
     * @throws IllegalStateException if the library was closed
     * @throws UnsupportedOperationException if the library has no such function
     */
    public CFunction function(String name) {
        int place = name.hashCode() & RECENT - 1;
        CFunction found = recent[place];
        if (found == null || !found.prototype().name().equals(name)) {
            found = functions.get(name);
            if (found == null) {
                found = find(name);
                functions.put(name, found);
            }
            recent[place] = found;
        }
        return found;
    }

    private CFunction find(String name) {
        requireOpen();
        if (!(cdef.values().get(name) instanceof Declaration.Function function)) {
            throw new IllegalArgumentException("the cdef has no function '" + name + "'"
                    + NearestName.hint(name, names(Declaration.Function.class)));
        }
        Prototype prototype = cdef.types().prototype(name, function.type());
        return new CFunction(Segment.ofAddress(address(name)), prototype, this);
    }

    private List<String> names(Class<? extends Declaration> kind) {
        List<String> names = new ArrayList<>();
        cdef.values().forEach((name, declaration) -> {
            if (kind.isInstance(declaration)) {
                names.add(name);
            }
        });
        return names;
    }

    private long address(String name) {
        Long address = addresses.get(name);
        if (address == null) {
            throw new UnsupportedOperationException("there is no '" + name + "' in " + path());
        }
        return address;
    }

    /**
     * Returns the value of a variable; a struct or array is a view of it, which refuses writes if it is {@code const}. {@code errno} is that of this thread's last call.
     *
     * @throws IllegalArgumentException if the cdef has no such variable
     * @throws IllegalStateException if the library was closed
     * @throws UnsupportedOperationException if the library has no such variable
     */
    public @Nullable Object get(String variable) {
        return isErrno(variable) ? (Object) Engine.errno() : variable(variable).get();
    }

    /**
     * Sets a variable. {@code errno} is what this thread's next call begins with.
     *
     * @throws IllegalArgumentException if the cdef has no such variable, or it takes no such value
     * @throws IllegalStateException if the library was closed
     * @throws UnsupportedOperationException if the library has no such variable, or it is {@code const}
     */
    public void set(String variable, @Nullable Object value) {
        if (isErrno(variable)) {
            Engine.errno((int) new IntegerCrossing("int", StandardTypes.INT, true, false).number(value, ERRNO));
        } else {
            variable(variable).set(value);
        }
    }

    /**
     * Returns a pointer to a variable: C's {@code &variable}. That of a function is {@link #function}.
     *
     * @throws IllegalArgumentException if the cdef has no such variable, or it is {@code errno}, which is kept for each thread
     * @throws IllegalStateException if the library was closed
     * @throws UnsupportedOperationException if the library has no such variable
     */
    public Pointer addressOf(String variable) {
        if (isErrno(variable)) {
            throw new IllegalArgumentException("errno is kept for each thread, so it has no address");
        }
        return variable(variable).pointer();
    }

    private boolean isErrno(String variable) {
        return variable.equals(ERRNO) && cdef.values().get(ERRNO) instanceof Declaration.Variable;
    }

    private Variable variable(String name) {
        requireOpen();
        return variables.computeIfAbsent(
                name, key -> new Variable(key, variableType(key), address(key), isConstant(key)));
    }

    private boolean isConstant(String name) {
        Declaration declaration = cdef.values().get(name);
        return declaration instanceof Declaration.Constant
                || declaration instanceof Declaration.Variable variable
                        && cdef.types().isConstant(variable.type());
    }

    /** Returns true for a variable of the cdef, and for a constant that it gives no value. */
    boolean isVariable(String name) {
        Declaration declaration = cdef.values().get(name);
        return declaration instanceof Declaration.Variable
                || declaration instanceof Declaration.Constant constant
                        && constant.value().isEmpty();
    }

    /**
     * Returns the type of a variable.
     *
     * @throws IllegalArgumentException if the cdef has none of that name
     */
    Crossing variableType(String name) {
        if (!isVariable(name)) {
            throw new IllegalArgumentException("the cdef has no variable '" + name + "'"
                    + NearestName.hint(name, names(Declaration.Variable.class)));
        }
        Declaration declaration = cdef.values().get(name);
        return cdef.types()
                .of(
                        declaration instanceof Declaration.Variable variable
                                ? variable.type()
                                : ((Declaration.Constant) declaration).type());
    }

    /**
     * Returns an object whose methods call the functions of their names. Methods declare what generated code has: {@code
     * double hypot(double x, double y)}, a {@code String} for {@code const char *}, {@code Object...} for {@code ...}, an
     * interface of your own with one method for a function pointer. A method without parameters, or a {@code void} one with
     * one, can be a variable. A {@code _} at the end of a name may be omitted in C. Default methods stay as they are.
     *
     * @throws CdefMismatchException if methods do not fit the cdef; it lists all of them
     * @throws UnsupportedOperationException if the library lacks functions; {@link MayBeMissing} allows that
     */
    public <T> T as(Class<T> type) {
        requireOpen();
        return InterfaceClass.instance(type, this);
    }

    /** Returns the value of a constant, as {@link Cdef#constant} does. */
    public Object constant(String name) {
        return cdef.constant(name);
    }

    /**
     * Makes a C function that runs Java code until the arena closes. What the code throws goes to the thread's
     * uncaught-exception handler; C gets 0.
     *
     * @param type of function pointers, such as a typedef's name or {@code "int (*)(int)"}
     */
    public CFunction callback(Arena arena, String type, Callback code) {
        Crossing found = cdef.types().of(cdef.named(type));
        if (!(found instanceof FunctionPointerCrossing pointer)) {
            throw new IllegalArgumentException("'" + type + "' is no type of function pointers");
        }
        Prototype prototype = pointer.prototype();
        Segment address = Engine.callback(arena, prototype.signature(), new CallbackCode(prototype, code));
        return pointer.type().at(address);
    }

    /** Returns the functions and variables of the cdef that the library does not have, in the order of the cdef. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    /** Returns the name or path that the system's loader opened. */
    public String path() {
        return symbols.path();
    }

    /** Returns the declarations. */
    public Cdef cdef() {
        return cdef;
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this library was closed: " + path());
        }
    }

    /** Tells the system that it is no longer used. Its functions, and pointers to its memory, must not be used afterwards. */
    @Override
    public void close() {
        closed = true;
        symbols.close();
    }

    @Override
    public String toString() {
        return "Library[" + path() + (closed ? ", closed]" : "]");
    }
}
