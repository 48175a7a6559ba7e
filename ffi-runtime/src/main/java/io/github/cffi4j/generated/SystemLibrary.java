package io.github.cffi4j.generated;

import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.Segment;
import io.github.cffi4j.internal.loader.SystemReports;
import io.github.cffi4j.internal.loader.SystemSearch;
import io.github.cffi4j.internal.memory.Retention;
import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A library of the user's system, for a binding that has no native code of its own: what the compilers said of it when the
 * binding was built is in a table, and functions are called by their true names. For any thread.
 */
public final class SystemLibrary {
    private static final long FORMAT = 1;

    private final Lookup lookup;
    private final String binding;
    private final String library;
    private final SymbolTable table;
    private final SystemCalls calls;
    private final SystemCalls.Library symbols;
    private final String name;

    /** Written while the generated class is initialised, and read by all threads afterwards. */
    private final List<String> missing = new ArrayList<>();

    private final List<String> missingRequired = new ArrayList<>();
    private int expected;

    /** The makers of C functions that run Java code, by the first table that they made. */
    private final Map<Long, SystemCallbacks> callbacks = new ConcurrentHashMap<>();

    private SystemLibrary(
            Lookup lookup,
            String binding,
            String library,
            SymbolTable table,
            SystemCalls calls,
            SystemCalls.Library symbols,
            String name) {
        this.lookup = lookup;
        this.binding = binding;
        this.library = library;
        this.table = table;
        this.calls = calls;
        this.symbols = symbols;
        this.name = name;
    }

    /**
     * Reads the table and opens the library.
     *
     * @param lookup that of the generated class, in whose module's name the library is opened
     * @param owner the generated class that people see
     * @param library the name of the module's library, as in {@code -Dcffi4j.<library>.path}
     * @throws LinkageError if either cannot be had, with what was tried and what to do
     */
    public static SystemLibrary open(Lookup lookup, Class<?> owner, String library) {
        Host host = Host.current();
        String binding = owner.getName();
        SymbolTable table = table(owner, binding, host);
        SystemCalls calls = SystemBackend.of(owner);
        SystemSearch search = SystemSearch.of(library, table.candidates());
        if (search.names().isEmpty()) {
            return new SystemLibrary(lookup, binding, library, table, calls, calls.process(lookup), "the C library");
        }
        List<String> tried = new ArrayList<>();
        for (String name : names(search)) {
            try {
                SystemCalls.Library symbols = calls.open(lookup, name);
                return new SystemLibrary(lookup, binding, library, table, calls, symbols, name);
            } catch (UnsatisfiedLinkError e) {
                tried.add(attempt(name, e.getMessage()));
            }
        }
        throw SystemReports.notFound(binding, library, tried, search.origin());
    }

    /**
     * Tries what {@link #open} would try, for a person who wonders.
     *
     * @param candidates the names that the binding has for this platform
     * @return a line for each name: what the loader says, or that it was not asked
     */
    public static List<String> attempts(Lookup lookup, String library, List<String> candidates) {
        SystemSearch search = SystemSearch.of(library, candidates);
        SystemCalls calls = ForeignCalls.find();
        List<String> lines = new ArrayList<>();
        for (String name : names(search)) {
            if (calls == null) {
                lines.add(
                        name + ": not tried, since Java " + Runtime.version().feature() + " has no java.lang.foreign");
                continue;
            }
            try {
                calls.open(lookup, name);
                lines.add(name + ": can be opened");
            } catch (UnsatisfiedLinkError e) {
                lines.add(attempt(name, e.getMessage()));
            }
        }
        if (!search.origin().isEmpty()) {
            lines.add("because of " + search.origin());
        }
        return lines;
    }

    private static List<String> names(SystemSearch search) {
        if (!search.origin().isEmpty()) {
            return search.names();
        }
        List<String> names = new ArrayList<>();
        for (String candidate : search.names()) {
            names.addAll(SystemNames.of(Host.current().platform().os(), candidate));
        }
        return names;
    }

    /** The words of most loaders begin with the name. */
    private static String attempt(String name, String words) {
        return words.startsWith(name + ": ") ? words : name + ": " + words;
    }

    private static SymbolTable table(Class<?> owner, String binding, Host host) {
        String resource = "/META-INF/cffi4j/abi/".concat(binding).concat(".abi");
        try (InputStream text = owner.getResourceAsStream(resource)) {
            if (text == null) {
                throw new NativeLibraryNotFoundException(binding + " has lost its table " + resource
                        + ", which was beside it in its jar\n  what to do:   keep the files below META-INF/cffi4j when"
                        + " jars are merged");
            }
            return SymbolTable.read(text, host.platform().classifier(), binding);
        } catch (IOException e) {
            throw new LinkageError("cannot read " + resource + ": " + e, e);
        }
    }

    /** Returns the answers of the compilers, for the generated class to ask. */
    public Layout layout(long fingerprint) {
        long[] values = table.values();
        long[] all = new long[3 + values.length];
        all[0] = FORMAT;
        all[1] = table.fingerprint();
        all[2] = values.length;
        System.arraycopy(values, 0, all, 3, values.length);
        return new Layout(all, binding, fingerprint);
    }

    /**
     * Looks names up. Only while the generated class is initialised.
     *
     * @param names of functions and variables in C, separated by spaces
     * @param required whether {@link #judge} fails if the library lacks one of them
     */
    public void expect(String names, boolean required) {
        int start = 0;
        while (start < names.length()) {
            int end = names.indexOf(' ', start);
            String cName = names.substring(start, end < 0 ? names.length() : end);
            start += cName.length() + 1;
            expected++;
            if (symbols.find(table.symbol(cName)) == 0) {
                missing.add(cName);
                if (required) {
                    missingRequired.add(cName);
                }
            }
        }
    }

    /**
     * Judges what {@link #expect} found.
     *
     * @throws NativeLibraryNotFoundException if the library lacks names that are required: all in one report
     */
    public void judge() {
        if (!missingRequired.isEmpty()) {
            throw SystemReports.lacking(binding, library, name, missingRequired, expected);
        } else if (!missing.isEmpty()) {
            SystemReports.note(binding, name, missing, expected);
        }
    }

    /**
     * Calls a function that tells a number, and compares it.
     *
     * @param cName a function without parameters
     * @param shape its types, see {@link CallShape}
     * @param operator C's
     * @param said the right side as its author wrote it
     * @throws NativeLibraryNotFoundException if the comparison is false
     */
    public void check(String cName, String shape, String operator, long wanted, String said) {
        long found = told(cName, shape);
        if (!VersionCheck.holds(Long.compare(found, wanted), operator)) {
            throw wrong(cName, operator, VersionCheck.words(wanted, said), Long.toString(found));
        }
    }

    /** The same of a function that tells a version as text, such as {@code 1.2.13}. */
    public void check(String cName, String shape, String operator, String wanted) {
        String found = VersionCheck.text(told(cName, shape));
        if (!VersionCheck.holds(VersionCheck.compare(found, wanted), operator)) {
            throw wrong(cName, operator, wanted, found);
        }
    }

    private long told(String cName, String shape) {
        DirectCalls direct = calls.direct(false);
        CallType result = CallShape.of(shape, table.values()).result();
        if (direct != null && result instanceof CallType.Scalar scalar && !scalar.floating()) {
            return DirectCalls.result(direct.call(address(cName)), scalar);
        }
        MethodHandle function = handle(cName, "()J", shape);
        try {
            return (long) function.invokeExact();
        } catch (Throwable thrown) {
            throw Downcalls.unchecked(thrown);
        }
    }

    private UnsatisfiedLinkError wrong(String cName, String operator, String wanted, String found) {
        return SystemReports.wrongVersion(binding, library, name, cName + "() " + operator + " " + wanted, found);
    }

    /**
     * The address of a variable.
     *
     * @throws UnsupportedOperationException if this machine's library has none of that name
     */
    public long address(String cName) {
        long address = symbols.find(table.symbol(cName));
        if (address == 0) {
            throw lacking(cName);
        }
        return address;
    }

    /** The address of this thread's {@code errno}, as the last call left it. */
    public long errno() {
        return calls.errno();
    }

    /**
     * A handle of a function that is looked up and linked when it is first called. If the library has no such function, the call throws
     * {@link UnsupportedOperationException}.
     *
     * @param cName empty for a function whose address is the first parameter
     * @param type the method descriptor of the handle
     * @param shape the types in C, see {@link CallShape}
     */
    public MethodHandle handle(String cName, String type, String shape) {
        return new SystemCall(lookup, this, cName, type, shape).dynamicInvoker();
    }

    /**
     * Returns calls of functions of integers and addresses; {@code null} if all have to be made by handles.
     *
     * @param kept the flag for what they keep, see {@link CallShape}; empty for nothing
     */
    public @Nullable DirectCalls direct(String kept) {
        return calls.direct(!kept.isEmpty() && CallShape.keepsErrno(kept.charAt(0)));
    }

    /**
     * Returns the address of a function that such calls can call; 0 if it has to be called by its handle, which also says what is
     * wrong.
     *
     * @param direct what {@link #direct(String)} gave
     */
    public long direct(@Nullable DirectCalls direct, String cName) {
        return direct == null || LastError.told(cName) ? 0 : symbols.find(table.symbol(cName));
    }

    /**
     * The table of C functions that run Java code of one type, as glue has it: addresses, their state, how many.
     *
     * @param entry the code of the generated class that they run
     * @param shape the types in C, see {@link CallShape}
     */
    public long stubs(SystemEntry entry, String shape) {
        SystemCallbacks functions = new SystemCallbacks(calls, lookup, entry, CallShape.of(shape, table.values()));
        long first = functions.table(0);
        callbacks.put(first, functions);
        return first;
    }

    /**
     * Makes as many C functions again; see {@link Stubs.Source#next}.
     *
     * @param stubs what {@link #stubs} gave
     * @param first the number of the first of the new ones
     */
    public long moreStubs(Segment stubs, int first) {
        return callbacks.get(stubs.address()).table(first);
    }

    /**
     * The address of a text that stays as long as the generated class.
     *
     * @param bytes a character is a byte
     */
    public long text(String bytes) {
        Segment memory = Segment.allocate(bytes.length() + 1L, 1);
        memory.setNulTerminated(bytes.getBytes(StandardCharsets.ISO_8859_1));
        Retention.keep(lookup.lookupClass(), memory);
        return memory.address();
    }

    long[] values() {
        return table.values();
    }

    SystemCalls calls() {
        return calls;
    }

    private UnsupportedOperationException lacking(String cName) {
        return SystemReports.absent(binding, name, cName, table.symbol(cName), missing, expected);
    }

    @Override
    public String toString() {
        return name;
    }
}
