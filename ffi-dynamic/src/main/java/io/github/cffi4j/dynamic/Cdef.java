package io.github.cffi4j.dynamic;

import io.github.cffi4j.Allocator;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.IncludedTexts;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.cdef.model.Scope;
import io.github.cffi4j.engine.NativeLibrary;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * C declarations that are read at run time. Sizes and offsets come from the rules of this platform's ABI, and nobody compares
 * the declarations with the library: as in C without its header, a wrong one reads garbage or ends the process.
 *
 * <pre>{@code
 * Cdef cdef = Cdef.of("int printf(const char *format, ...);");
 * try (Library c = cdef.openProcess()) {
 *     c.call("printf", "hi there, %s.\n", "world");
 * }
 * }</pre>
 *
 * <p>What only a compiler knows ({@code ...}) is refused. Immutable; any thread may use it.
 */
public final class Cdef {
    private static final AtomicLong COUNT = new AtomicLong();

    private final SourceText source;
    private final String path;
    private final Map<String, SourceText> texts;
    private final Scope scope;
    private final Types types;
    private final Platform platform;
    private final Map<String, Declaration> values = new LinkedHashMap<>();
    private final Map<Class<?>, StructType<?>> structTypes = new HashMap<>();
    private final Map<String, CType> typeNames = new ConcurrentHashMap<>();

    private Cdef(
            SourceText source, String path, Map<String, SourceText> texts, @Nullable Path file, Platform platform) {
        this.source = source;
        this.path = path;
        this.texts = texts;
        this.platform = platform;
        ParsedCdef parsed = parse(file);
        List<Diagnostic> errors = new ArrayList<>(CompilersPart.of(parsed.declarations()));
        this.scope = new Scope(parsed, errors);
        for (Declaration value : scope.values()) {
            values.put(value.name(), value);
        }
        this.types = new Types(
                scope,
                platform,
                values.get("errno") instanceof Declaration.Variable || values.containsKey("GetLastError"));
        if (errors.isEmpty()) {
            lookAtTypes(errors);
        }
        if (!errors.isEmpty()) {
            throw new InvalidCdefException(errors);
        }
    }

    /**
     * Reads a cdef.
     *
     * @param others cdefs whose types it uses, as CFFI's {@code ffi.include}; their functions stay with them
     * @throws InvalidCdefException if it has errors
     */
    public static Cdef of(String text, Cdef... others) {
        return of(text, "cdef", null, others);
    }

    /**
     * Reads a cdef from a file. Its {@code #include} lines are relative to the file.
     *
     * @throws InvalidCdefException if it has errors
     * @throws IOException if the file cannot be read
     */
    public static Cdef of(Path file, Cdef... others) throws IOException {
        return of(Files.readString(file), file.getFileName().toString(), file, others);
    }

    /** Reads a cdef as on another platform, to see what that refuses. */
    static Cdef on(Platform platform, String text) {
        return new Cdef(new SourceText("cdef", text), "cdef", Map.of(), null, platform);
    }

    private static Cdef of(String text, String name, @Nullable Path file, Cdef... others) {
        Map<String, SourceText> texts = new LinkedHashMap<>();
        StringBuilder includes = new StringBuilder();
        for (Cdef other : others) {
            texts.putAll(other.texts);
            texts.put(other.path, other.source);
            includes.append("#include \"").append(other.path).append("\"\n");
        }
        if (others.length > 0) {
            includes.append("# 1 \"").append(name.replace("\"", "")).append("\"\n");
        }
        String path = file == null
                ? "cdef-" + COUNT.incrementAndGet() + ".cdef"
                : file.toAbsolutePath().normalize().toString();
        return new Cdef(
                new SourceText(name, includes + text),
                path,
                texts,
                file,
                Host.current().platform());
    }

    private ParsedCdef parse(@Nullable Path file) {
        // No lambdas on the way to the first call: they cost more than all the rest.
        IncludedTexts included = new IncludedTexts() {
            @Override
            public Optional<IncludedText> find(String includer, String written) {
                SourceText known = texts.get(written);
                return known != null
                        ? Optional.of(new IncludedText(written, known))
                        : file == null ? Optional.empty() : read(includer, written);
            }
        };
        try {
            return CdefParser.parse(source, path, included, Set.of(platform)).on(platform);
        } catch (CdefException broken) {
            throw new InvalidCdefException(broken);
        }
    }

    private static Optional<IncludedTexts.IncludedText> read(String includer, String written) {
        Path found = Path.of(includer).resolveSibling(written).normalize();
        try {
            return Optional.of(
                    new IncludedTexts.IncludedText(found.toString(), new SourceText(written, Files.readString(found))));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** Says at once, and of all, which structs and enums are of a size that only a compiler knows. */
    private void lookAtTypes(List<Diagnostic> errors) {
        for (Declaration.Composite composite : scope.ownComposites()) {
            if (composite.body().isPresent()) {
                look(new CType.Tagged(composite.kind(), composite.name(), Set.of(), composite.nameSpan()), errors);
            }
        }
    }

    private void look(CType type, List<Diagnostic> errors) {
        try {
            types.of(type);
        } catch (InvalidCdefException unknown) {
            for (Diagnostic diagnostic : unknown.diagnostics()) {
                if (!errors.contains(diagnostic)) {
                    errors.add(diagnostic);
                }
            }
        }
    }

    /**
     * Opens a library of the system.
     *
     * @param names of the library, in the order to try: {@code "m"}, which becomes what the system calls it, or a file's name
     *     such as {@code "libz.so.1"}
     * @throws io.github.cffi4j.NativeLibraryNotFoundException if none can be opened; it says why for each
     */
    public Library open(String... names) {
        return open(new SystemSymbols(LibrarySearch.open(platform, List.of(names))));
    }

    /**
     * Opens a library by its file.
     *
     * @throws io.github.cffi4j.NativeLibraryNotFoundException if it cannot be opened; it says why
     */
    public Library open(Path file) {
        return open(new SystemSymbols(LibrarySearch.open(file)));
    }

    /** Opens the C library of this process, as CFFI's {@code dlopen(None)}: what C itself and POSIX promise. */
    public Library openProcess() {
        return open(new SystemSymbols(NativeLibrary.process()));
    }

    /** Opens a library that is loaded already. Closing the result closes it. */
    public Library open(Symbols symbols) {
        return new Library(this, symbols);
    }

    /**
     * Allocates a zeroed struct or union. It is freed when no Java object refers to it any more.
     *
     * @param type such as {@code "pixel_t"} or {@code "struct tm"}
     */
    public StructView allocate(String type) {
        return struct(type).type().allocate();
    }

    /** Allocates a zeroed struct or union. It is freed with the arena. */
    public StructView allocate(Allocator arena, String type) {
        return allocate(arena, type, 1);
    }

    /**
     * Allocates a zeroed array of structs or unions. It is freed with the arena. The classes of other pointers have methods
     * for the same, such as {@code IntPointer.allocate(arena, count)}.
     */
    public StructView allocate(Allocator arena, String type, long count) {
        return struct(type).type().allocate(arena, count);
    }

    private StructLayout struct(String type) {
        Crossing found = types.of(named(type));
        if (found instanceof StructCrossing struct) {
            return struct.layout();
        }
        throw new IllegalArgumentException("'" + type + "' is no struct; " + found.pointerType()
                + ".allocate(arena, count) allocates such elements");
    }

    /**
     * Returns the same pointer as another type, as a cast in C does; {@code null} for {@code null}.
     *
     * @param type of the pointer, such as {@code "int *"} or {@code "struct tm *"}
     * @param <P> the class of such pointers, such as {@code IntPointer} or {@code StructView}
     */
    @SuppressWarnings("unchecked") // Where it is assigned, the compiler puts in a cast.
    public <P extends Pointer> @Nullable P cast(String type, @Nullable Pointer pointer) {
        Crossing found = types.of(named(type));
        if (found instanceof PointerCrossing data) {
            return (P) data.target().pointerType().at(pointer);
        } else if (found instanceof FunctionPointerCrossing function) {
            return (P) function.type().at(pointer);
        }
        throw new IllegalArgumentException("'" + type + "' is no pointer; did you mean '" + type + " *'?");
    }

    /** Returns C's {@code sizeof(type)}. */
    public long sizeof(String type) {
        return types.of(named(type)).size();
    }

    /** Returns C's {@code _Alignof(type)}. */
    public long alignof(String type) {
        return types.of(named(type)).alignment();
    }

    /**
     * Returns C's {@code offsetof(type, field)}; of a bitfield, the byte of its first bit.
     *
     * @param field its name, or {@code outer.inner} for one of a struct in the struct
     */
    public long offsetof(String type, String field) {
        StructLayout struct = struct(type);
        int start = 0;
        long outer = 0;
        for (int dot = field.indexOf('.'); dot >= 0; dot = field.indexOf('.', start)) {
            StructField found = struct.field(field.substring(start, dot));
            if (!(found.type() instanceof StructCrossing inner)) {
                throw new IllegalArgumentException(found.place() + " (" + found.type() + ") has no fields");
            }
            outer += found.offset();
            struct = inner.layout();
            start = dot + 1;
        }
        StructField found = struct.field(field.substring(start));
        return outer + (found.bits() == null ? found.offset() : found.bits().start() / Byte.SIZE);
    }

    /**
     * Returns the value of a macro, an enumerator or a constant.
     *
     * @return an {@code Integer} or, if it does not fit, a {@code Long}; a {@code Double}; a {@code String}
     * @throws IllegalArgumentException if the cdef does not give it a value
     */
    public Object constant(String name) {
        Declaration declaration = values.get(name);
        return Constants.value(types, name, declaration == null ? Optional.empty() : Constants.expression(declaration))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the cdef gives no constant '" + name + "'" + NearestName.hint(name, constantNames())));
    }

    private List<String> constantNames() {
        List<String> names = new ArrayList<>();
        scope.ownEnums().forEach(each -> each.enumerators().forEach(enumerator -> names.add(enumerator.name())));
        values.forEach((name, declaration) -> {
            if (Constants.expression(declaration).isPresent()) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * Returns a struct or union as an interface of its fields; {@link StructOf} says how to write it.
     *
     * @throws CdefMismatchException if methods do not fit the fields; it lists all of them
     * @throws IllegalArgumentException if the cdef has no struct of the interface's name
     */
    @SuppressWarnings("unchecked") // It was made for this class.
    public <T extends StructOf<T>> StructType<T> type(Class<T> type) {
        return (StructType<T>) anyType(type);
    }

    /** The same for an interface that extends {@link StructOf}, which the compiler does not know. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    synchronized StructType<?> anyType(Class<?> type) {
        StructType<?> known = structTypes.get(type);
        if (known == null) {
            known = new StructType(type, structNamed(JavaTypes.cName(type)));
            // Before its fields are looked at: they may be of the same type.
            structTypes.put(type, known);
            try {
                StructClass.write(type, known, this);
            } catch (RuntimeException mismatch) {
                structTypes.remove(type);
                throw mismatch;
            }
        }
        return known;
    }

    private StructLayout structNamed(String name) {
        if (name.indexOf(' ') >= 0 || scope.typedefs().containsKey(name)) {
            return struct(name);
        }
        for (Declaration.Composite composite : scope.ownComposites()) {
            if (composite.name().equals(name)) {
                return struct(composite.kind().keyword() + " " + name);
            }
        }
        throw new IllegalArgumentException("the cdef has no struct '" + name + "'"
                + NearestName.hint(name, scope.typedefs().keySet()) + "; @CName gives an interface another name");
    }

    /** Returns the type that a name stands for. */
    CType named(String type) {
        return typeNames.computeIfAbsent(
                type, text -> TypeName.parse(text, scope.typedefs().keySet(), platform));
    }

    Types types() {
        return types;
    }

    /** Returns the functions, variables and constants. */
    Map<String, Declaration> values() {
        return values;
    }

    @Override
    public String toString() {
        return source.name() + " with " + values.size() + " functions, variables and constants";
    }
}
