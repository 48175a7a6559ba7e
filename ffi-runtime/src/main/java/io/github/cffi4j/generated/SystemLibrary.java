package io.github.cffi4j.generated;

import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.ArrayList;
import java.util.List;

/**
 * A library of the user's system, for a binding that has no native code of its own: what the compilers said of it when the
 * binding was built is in a table, and functions are called by their true names. For any thread.
 */
public final class SystemLibrary {
    private static final long FORMAT = 1;

    private final Lookup lookup;
    private final String binding;
    private final SymbolTable table;
    private final ForeignLibrary library;
    private final String name;

    private SystemLibrary(Lookup lookup, String binding, SymbolTable table, ForeignLibrary library, String name) {
        this.lookup = lookup;
        this.binding = binding;
        this.table = table;
        this.library = library;
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
        String chosen = System.getProperty("cffi4j.".concat(library).concat(".path"));
        List<String> candidates = chosen == null || chosen.isEmpty() ? table.candidates() : List.of(chosen);
        if (candidates.isEmpty()) {
            return new SystemLibrary(lookup, binding, table, ForeignLibrary.process(), "the C library");
        }
        List<String> tried = new ArrayList<>();
        for (String candidate : candidates) {
            for (String name : SystemNames.of(host.platform().os(), candidate)) {
                try {
                    return new SystemLibrary(lookup, binding, table, ForeignLibrary.open(lookup, name), name);
                } catch (IllegalArgumentException | UnsatisfiedLinkError e) {
                    tried.add(name + ": " + e.getMessage());
                }
            }
        }
        throw new NativeLibraryNotFoundException(
                binding + " needs a library of this system, and none of these can be opened:"
                        + "\n  " + String.join("\n  ", tried)
                        + "\n  this machine: " + host.candidateName() + ", Java " + Runtime.version()
                        + "\n  what to do:   install the package that has it, or point -Dcffi4j." + library
                        + ".path at the file");
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
     * The address of a variable.
     *
     * @throws UnsupportedOperationException if this machine's library has none of that name
     */
    public long address(String cName) {
        long address = library.find(table.symbol(cName));
        if (address == 0) {
            throw lacking(cName);
        }
        return address;
    }

    /** The address of this thread's {@code errno}, as the last call left it. */
    public static long errno() {
        return ForeignLibrary.errno();
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
        return ForeignLibrary.handle(lookup, this, cName, type, shape);
    }

    /**
     * The table of C functions that run Java code of one type, as glue has it: addresses, their state, how many.
     *
     * @param method of the generated class, which C calls
     * @param shape the types in C, see {@link CallShape}
     */
    public long stubs(String method, String shape) {
        return ForeignLibrary.stubs(lookup, method, CallShape.of(shape, table.values()));
    }

    long[] values() {
        return table.values();
    }

    private UnsupportedOperationException lacking(String cName) {
        return new UnsupportedOperationException(cName + " is not in " + name + " of this machine"
                + (table.symbol(cName).equals(cName) ? "" : ", where its name is " + table.symbol(cName))
                + ": that library is another version than the headers " + binding + " was built from");
    }

    @Override
    public String toString() {
        return name;
    }
}
