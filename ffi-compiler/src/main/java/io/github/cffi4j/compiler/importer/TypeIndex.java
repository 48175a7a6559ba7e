package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.CDeclaration;
import io.github.cffi4j.compiler.header.CTypeParser;
import io.github.cffi4j.compiler.header.CTypeText;
import io.github.cffi4j.compiler.header.UnreadableTypeException;
import io.github.cffi4j.platform.Platform;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that one platform's headers declare, by their names. */
final class TypeIndex {
    private static final Set<String> VA_LISTS =
            Set.of("__builtin_va_list", "__gnuc_va_list", "__darwin_va_list", "__builtin_ms_va_list", "__va_list");

    private static final String VA_LIST_TAG = "__va_list_tag";

    private final Platform platform;
    private final Map<String, CDeclaration.Typedef> typedefs = new HashMap<>();
    private final Map<String, CDeclaration> tags = new HashMap<>();
    private final Map<String, CDeclaration> byId = new HashMap<>();
    private final Map<String, CDeclaration.Typedef> joined = new HashMap<>();
    private final Map<String, CTypeText> parsed = new HashMap<>();

    TypeIndex(Platform platform, List<CDeclaration> declarations) {
        this.platform = platform;
        declarations.forEach(this::add);
        Set<String> owned = new HashSet<>();
        for (CDeclaration declaration : declarations) {
            if (declaration instanceof CDeclaration.Typedef typedef
                    && typedef.owned().isPresent()
                    && byId.get(typedef.owned().get()) != null
                    && isPlain(typedef, byId.get(typedef.owned().get()))
                    && owned.add(typedef.owned().get())) {
                joined.put(typedef.owned().get(), typedef);
            }
        }
    }

    /** Returns true if a typedef names the type itself, not a pointer to it. */
    private static boolean isPlain(CDeclaration.Typedef typedef, CDeclaration type) {
        String kind = kind(type);
        return typedef.type().equals(kind + " " + (type.name().isEmpty() ? typedef.name() : type.name()))
                || typedef.type().equals(type.name().isEmpty() ? typedef.name() : type.name());
    }

    static String kind(CDeclaration type) {
        return type instanceof CDeclaration.Composite composite ? composite.kind() : "enum";
    }

    private void add(CDeclaration declaration) {
        if (declaration instanceof CDeclaration.Typedef typedef) {
            typedefs.putIfAbsent(typedef.name(), typedef);
        } else if (declaration instanceof CDeclaration.Composite composite) {
            byId.put(composite.id(), composite);
            addType(composite, composite.complete());
            for (CDeclaration.Member member : composite.members()) {
                if (member instanceof CDeclaration.Nested nested) {
                    add(nested.type());
                }
            }
        } else if (declaration instanceof CDeclaration.Enumeration enumeration) {
            byId.put(enumeration.id(), enumeration);
            addType(enumeration, enumeration.complete());
        }
    }

    private void addType(CDeclaration type, boolean complete) {
        if (!type.name().isEmpty() && (complete || !tags.containsKey(type.name()))) {
            tags.put(type.name(), type);
        }
    }

    Optional<CDeclaration.Typedef> typedef(String name) {
        return Optional.ofNullable(typedefs.get(name));
    }

    Optional<CDeclaration> tag(String tag) {
        return Optional.ofNullable(tags.get(tag));
    }

    Optional<CDeclaration> unnamed(CTypeText.Unnamed type) {
        return Optional.ofNullable(byId.get(type.id()));
    }

    /** The typedef in the same declaration, if there is one of the type itself. */
    Optional<CDeclaration.Typedef> joined(String id) {
        return Optional.ofNullable(joined.get(id));
    }

    /** The type that the same declaration as a typedef declares. */
    Optional<CDeclaration> owned(CDeclaration.Typedef typedef) {
        return typedef.owned().filter(id -> typedef == joined.get(id)).map(byId::get);
    }

    /** Reads a type, with the names as this index has them. */
    CTypeText parse(String text) throws UnreadableTypeException {
        CTypeText known = parsed.get(text);
        if (known == null) {
            known = normal(CTypeParser.parse(text));
            parsed.put(text, known);
        }
        return known;
    }

    /** clang writes {@code struct t} for a struct that has only the typedef t, and in C++ omits the keyword. */
    private CTypeText normal(CTypeText type) {
        if (type instanceof CTypeText.Tagged tagged && !tags.containsKey(tagged.tag())) {
            return typedefs.containsKey(tagged.tag()) ? new CTypeText.Named(tagged.tag()) : tagged;
        } else if (type instanceof CTypeText.Named named) {
            if (VA_LISTS.contains(named.name())) {
                return new CTypeText.Named("va_list");
            }
            return !typedefs.containsKey(named.name()) && tags.containsKey(named.name())
                    ? new CTypeText.Tagged(kind(tags.get(named.name())), named.name())
                    : named;
        } else if (type instanceof CTypeText.Qualified qualified) {
            return new CTypeText.Qualified(qualified.qualifiers(), normal(qualified.type()));
        } else if (type instanceof CTypeText.Pointer pointer) {
            if (pointer.target() instanceof CTypeText.Tagged tagged
                    && tagged.tag().equals(VA_LIST_TAG)) {
                // An array as a parameter is a pointer to its element.
                return new CTypeText.Named("va_list");
            }
            return new CTypeText.Pointer(normal(pointer.target()), pointer.qualifiers());
        } else if (type instanceof CTypeText.Array array) {
            return new CTypeText.Array(normal(array.element()), array.length());
        } else if (type instanceof CTypeText.Function function) {
            return new CTypeText.Function(
                    normal(function.result()),
                    function.parameters().stream().map(this::normal).toList(),
                    function.variadic(),
                    function.convention());
        }
        return type;
    }

    /** The type that a typedef stands for in the end. */
    CTypeText resolve(CTypeText type) throws UnreadableTypeException {
        CTypeText current = type;
        Set<String> seen = new HashSet<>();
        while (true) {
            if (current instanceof CTypeText.Qualified qualified) {
                current = qualified.type();
            } else if (current instanceof CTypeText.Named named
                    && typedefs.containsKey(named.name())
                    && seen.add(named.name())) {
                CDeclaration.Typedef typedef = typedefs.get(named.name());
                Optional<CDeclaration> owned = owned(typedef);
                if (owned.isPresent() && owned.get().name().isEmpty()) {
                    return new CTypeText.Tagged(kind(owned.get()), "");
                }
                current = parse(typedef.type());
            } else {
                return current;
            }
        }
    }

    /** The struct or union that a type is in the end, or an array of which it is. */
    Optional<CDeclaration.Composite> composite(CTypeText type) throws UnreadableTypeException {
        CTypeText current = type;
        Set<String> seen = new HashSet<>();
        while (true) {
            if (current instanceof CTypeText.Qualified qualified) {
                current = qualified.type();
            } else if (current instanceof CTypeText.Array array) {
                current = array.element();
            } else if (current instanceof CTypeText.Named named
                    && typedefs.containsKey(named.name())
                    && seen.add(named.name())) {
                CDeclaration.Typedef typedef = typedefs.get(named.name());
                Optional<CDeclaration> owned = owned(typedef);
                if (owned.isPresent()) {
                    return composite(owned);
                }
                current = parse(typedef.type());
            } else if (current instanceof CTypeText.Tagged tagged) {
                return composite(tag(tagged.tag()));
            } else if (current instanceof CTypeText.Unnamed unnamed) {
                return composite(unnamed(unnamed));
            } else {
                return Optional.empty();
            }
        }
    }

    private static Optional<CDeclaration.Composite> composite(Optional<CDeclaration> type) {
        return type.filter(CDeclaration.Composite.class::isInstance).map(CDeclaration.Composite.class::cast);
    }

    /** An integer type's sign and size, such as {@code u8}; empty for another type. */
    String integer(String text) {
        try {
            return integer(parse(text));
        } catch (UnreadableTypeException e) {
            return "";
        }
    }

    /** An integer type's sign and size, such as {@code u8}; empty for another type. */
    String integer(CTypeText type) {
        try {
            return resolve(type) instanceof CTypeText.Basic basic ? IntegerTypes.of(basic.words(), platform) : "";
        } catch (UnreadableTypeException e) {
            return "";
        }
    }
}
