package io.github.cffi4j.it.platforms;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.cdef.TagKind;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of a cdef, by the rules of an ABI. */
final class AbiTypes {
    private static final int ENUM = 4;
    private static final Pattern FIELD_TYPE = Pattern.compile("__typeof__\\(\\(\\((.*) \\*\\)0\\)->(\\w+)\\)");

    private final Abi abi;
    private final Map<String, Declaration.Composite> composites;
    private final Map<String, CType> typedefs;

    AbiTypes(Abi abi, ParsedCdef cdef) {
        this.abi = abi;
        this.composites = named(cdef, Declaration.Composite.class).values().stream()
                .filter(composite -> composite.body().isPresent())
                .collect(Collectors.toMap(
                        composite -> composite.kind().keyword() + " " + composite.name(), Function.identity()));
        this.typedefs = named(cdef, Declaration.Typedef.class).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, typedef -> typedef.getValue().type()));
    }

    private static <D extends Declaration> Map<String, D> named(ParsedCdef cdef, Class<D> kind) {
        return cdef.declarations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toMap(Declaration::name, Function.identity(), (one, again) -> again));
    }

    Abi abi() {
        return abi;
    }

    /** The layout of {@code struct name}, {@code union name}, or {@code __typeof__(((struct name *)0)->field)}. */
    AbiLayout layout(String composite) {
        Matcher nameless = FIELD_TYPE.matcher(composite);
        String known = nameless.matches()
                ? spelling(field(nameless.group(1), nameless.group(2)).type())
                : composite;
        return AbiLayout.of(composites.get(known), this);
    }

    /** The size of a field of it. */
    long fieldSize(String composite, String name) {
        return size(field(composite, name).type());
    }

    private Declaration.Field field(String composite, String name) {
        return composites.get(composite).body().orElseThrow().fields().stream()
                .filter(field -> field.name().orElse("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    long size(CType type) {
        if (type instanceof CType.Array array) {
            CType.ArrayLength.Fixed length = (CType.ArrayLength.Fixed) array.length();
            return Long.parseLong(length.expression().text()) * size(array.element());
        }
        return composite(type) ? layout(spelling(type)).size() : scalar(type);
    }

    long alignment(CType type) {
        if (type instanceof CType.Array array) {
            return alignment(array.element());
        }
        if (type instanceof CType.Named named && typedefs.get(named.name()) != null) {
            return alignment(typedefs.get(named.name()));
        }
        if (type instanceof CType.Keyword keyword) {
            return abi.alignment(keyword.primitive());
        }
        return composite(type) ? layout(spelling(type)).alignment() : scalar(type);
    }

    /** A scalar type by its name, or nothing if it is an enum's. */
    Primitive primitive(String name) {
        for (Primitive primitive : Primitive.values()) {
            if (primitive.spelling().equals(name)) {
                return primitive;
            }
        }
        return switch (name) {
            case "bool" -> Primitive.BOOL;
            case "wchar_t" -> abi.wide();
            case "int16_t" -> Primitive.SHORT;
            case "char16_t" -> Primitive.UNSIGNED_SHORT;
            case "char32_t" -> Primitive.UNSIGNED_INT;
            case "uint32_t" -> Primitive.UNSIGNED_INT;
            // The cdef leaves it to the compiler: what the preamble says.
            case "box_id" -> Primitive.UNSIGNED_SHORT;
            case "size_t" -> abi.pointerSize() == 8 ? Primitive.UNSIGNED_LONG_LONG : Primitive.UNSIGNED_INT;
            case "ptrdiff_t" -> abi.pointerSize() == 8 ? Primitive.LONG_LONG : Primitive.INT;
            default -> {
                CType meaning = typedefs.get(name);
                if (meaning instanceof CType.Tagged tagged && tagged.kind() == TagKind.ENUM) {
                    yield Primitive.INT;
                }
                if (meaning instanceof CType.Keyword keyword) {
                    yield keyword.primitive();
                }
                throw new IllegalArgumentException("the rules do not know " + name);
            }
        };
    }

    private long scalar(CType type) {
        if (type instanceof CType.Pointer) {
            return abi.pointerSize();
        }
        if (type instanceof CType.Keyword keyword) {
            return abi.size(keyword.primitive());
        }
        if (type instanceof CType.Tagged tagged && tagged.kind() == TagKind.ENUM) {
            return ENUM;
        }
        if (type instanceof CType.Named named) {
            CType meaning = typedefs.get(named.name());
            return meaning == null ? abi.size(primitive(named.name())) : size(meaning);
        }
        throw new IllegalArgumentException("the rules do not know " + type);
    }

    private static boolean composite(CType type) {
        return type instanceof CType.Tagged tagged && tagged.kind() != TagKind.ENUM;
    }

    private static String spelling(CType type) {
        CType.Tagged tagged = (CType.Tagged) type;
        return tagged.kind().keyword() + " " + tagged.tag();
    }
}
