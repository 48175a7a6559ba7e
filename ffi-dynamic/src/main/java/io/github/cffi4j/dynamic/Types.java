package io.github.cffi4j.dynamic;

import io.github.cffi4j.FloatingType;
import io.github.cffi4j.IntegerType;
import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.cdef.Qualifier;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.TagKind;
import io.github.cffi4j.cdef.layout.CompositeLayout;
import io.github.cffi4j.cdef.layout.Layout;
import io.github.cffi4j.cdef.layout.Layouts;
import io.github.cffi4j.cdef.layout.UnknownLayoutException;
import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.Scope;
import io.github.cffi4j.cdef.model.TypedefChains;
import io.github.cffi4j.generated.BitRange;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out how the types of a cdef cross. For any thread: what it asks is not, so one thread asks at a time. */
final class Types {
    private static final String POINTER_FIX = "use a pointer to it";

    private final Scope scope;
    private final Layouts layouts;
    private final Platform platform;
    private final CSpelling spelling;
    /** Writes types without typedefs, to tell them apart. */
    private final CSpelling identity;

    private final boolean keepsErrors;
    private final Map<Declaration.Composite, StructLayout> structs = new IdentityHashMap<>();
    private final Map<CType.Function, Map<String, Prototype>> prototypes = new IdentityHashMap<>();

    /**
     * @param keepsErrors whether the cdef declares {@code errno}, so that calls keep it
     */
    Types(Scope scope, Platform platform, boolean keepsErrors) {
        this.scope = scope;
        this.platform = platform;
        this.layouts = new Layouts(scope, platform);
        this.spelling = new CSpelling(scope.anonymousNames());
        this.identity = new CSpelling(scope.anonymousNames(), scope.aliases());
        this.keepsErrors = keepsErrors;
    }

    /** Returns the value of a macro, a constant or an enumerator, if the cdef tells it. */
    synchronized Optional<BigInteger> constant(String name) {
        return layouts.value(name);
    }

    /** Returns a type as C writes it. */
    String spelled(CType type) {
        return spelling.typeName(type);
    }

    /** Returns a declaration as C writes it. */
    String spelled(CType type, String name) {
        return spelling.declare(type, name);
    }

    /**
     * Returns how a type crosses.
     *
     * @throws InvalidCdefException if only a compiler knows the type, or Java has nothing for it
     */
    synchronized Crossing of(CType type) {
        CType meant = meant(type);
        if (meant instanceof CType.Keyword keyword) {
            return keyword(keyword);
        } else if (meant instanceof CType.Named named) {
            return named(named);
        } else if (meant instanceof CType.Tagged tagged) {
            return tagged.kind() == TagKind.ENUM ? enumeration(tagged) : composite(tagged);
        } else if (meant instanceof CType.Pointer pointer) {
            return pointer(type, pointer);
        } else if (meant instanceof CType.Array array) {
            return array(type, array);
        } else if (meant instanceof CType.Function) {
            throw new InvalidCdefException(type.span(), "a function is not a value", "use a pointer to it: '(*name)'");
        }
        throw new InvalidCdefException(type.span(), "only a compiler knows this type", POINTER_FIX);
    }

    /** Returns true if C lets nobody write to a variable of this type. */
    boolean isConstant(CType type) {
        TypedefChains chains = new TypedefChains(scope);
        return chains.constant(type) || chains.constantElements(type);
    }

    /** Returns what a pointer points to, which may be unknown or a function. */
    synchronized Crossing target(CType type) {
        CType meant = meant(type);
        if (meant instanceof CType.Unknown || meant instanceof CType.Function) {
            return new VoidCrossing();
        } else if (meant instanceof CType.Tagged tagged
                && tagged.kind() != TagKind.ENUM
                && scope.body(tagged).isEmpty()) {
            return new OpaqueCrossing(scope.familiarName(tagged.kind(), tagged.tag()));
        } else if (meant instanceof CType.Named named && opaque(named)) {
            return new OpaqueCrossing(named.name());
        }
        return of(type);
    }

    private boolean opaque(CType.Named named) {
        return named.name().equals("FILE")
                || scope.typedefs().containsKey(named.name())
                || Scope.argumentList(named.name());
    }

    /** Follows typedefs, without a look at Windows' types where C's own will do. */
    private CType meant(CType type) {
        return type instanceof CType.Named named
                        && !scope.typedefs().containsKey(named.name())
                        && (StandardTypes.has(named.name()) || opaque(named))
                ? type
                : scope.meant(type);
    }

    private Crossing keyword(CType.Keyword keyword) {
        Primitive primitive = keyword.primitive();
        String name = primitive.spelling();
        return switch (primitive) {
            case VOID -> new VoidCrossing();
            case BOOL -> new BoolCrossing(name);
            case CHAR -> new IntegerCrossing(name, IntegerType.CHAR, platform.signedChar(), true);
            case SIGNED_CHAR -> integer(IntegerType.INT8);
            case UNSIGNED_CHAR -> integer(IntegerType.UINT8);
            case SHORT -> integer(IntegerType.INT16);
            case UNSIGNED_SHORT -> integer(IntegerType.UINT16);
            case INT -> integer(StandardTypes.INT);
            case UNSIGNED_INT -> integer(IntegerType.UINT32);
            case LONG -> integer(IntegerType.LONG);
            case UNSIGNED_LONG -> integer(IntegerType.ULONG);
            case LONG_LONG -> integer(StandardTypes.LONG_LONG);
            case UNSIGNED_LONG_LONG -> integer(StandardTypes.UNSIGNED_LONG_LONG);
            case FLOAT -> new FloatingCrossing(name, true);
            case DOUBLE -> new FloatingCrossing(name, false);
            case LONG_DOUBLE -> longDouble(keyword);
            case FLOAT_COMPLEX -> new ComplexCrossing(name, true);
            case DOUBLE_COMPLEX -> new ComplexCrossing(name, false);
            case LONG_DOUBLE_COMPLEX ->
                throw new InvalidCdefException(
                        keyword.span(), "'" + name + "' is not supported yet", "use 'double _Complex' in C");
        };
    }

    private static Crossing integer(IntegerType type) {
        return new IntegerCrossing(type.name(), type, type.signed(), false);
    }

    private Crossing longDouble(CType.Keyword keyword) {
        if (platform.os() == OperatingSystem.WINDOWS) {
            throw new InvalidCdefException(
                    keyword.span(),
                    "the compilers of Windows do not agree on 'long double', and no one says which made the DLL",
                    "wrap what needs it in C");
        } else if (platform.longDoubleBytes() == Double.BYTES) {
            return new FloatingCrossing("long double", false);
        }
        return new LongDoubleCrossing(FloatingType.of(platform.longDoubleBytes(), platform.longDoubleDigits()));
    }

    private Crossing named(CType.Named named) {
        Optional<IntegerType> standard = StandardTypes.named(named.name(), () -> size(named));
        if (standard.isPresent()) {
            IntegerType type = standard.get();
            return new IntegerCrossing(named.name(), type, type.signed(), StandardTypes.text(named.name()));
        }
        return switch (named.name()) {
            case "bool" -> new BoolCrossing("bool");
            case "_Fcomplex" -> new ComplexCrossing("float _Complex", true);
            case "_Dcomplex" -> new ComplexCrossing("double _Complex", false);
            default ->
                throw new InvalidCdefException(
                        named.span(),
                        "'" + named.name() + "' is of a size that only a compiler knows",
                        opaque(named) ? POINTER_FIX : "declare it, as in 'typedef long " + named.name() + ";'");
        };
    }

    private int size(CType type) {
        try {
            return Math.toIntExact(layouts.of(type).size());
        } catch (UnknownLayoutException unknown) {
            throw new InvalidCdefException(List.of(unknown.diagnostic()));
        }
    }

    private Crossing enumeration(CType.Tagged tagged) {
        int size = size(tagged);
        if (size > Integer.BYTES && platform.os() == OperatingSystem.WINDOWS) {
            throw new InvalidCdefException(
                    tagged.span(),
                    "the compilers of Windows do not agree on enums above 32 bits, and no one says which made the DLL",
                    "declare it as the integer that the library takes");
        }
        boolean narrow = true;
        for (Declaration.Enumerator enumerator :
                scope.enumeration(tagged).orElseThrow().enumerators()) {
            narrow &= layouts.value(enumerator.name()).orElseThrow().bitLength() < Integer.SIZE;
        }
        boolean signed = narrow || layouts.signed(tagged).orElse(true);
        String name = spelling.typeName(new CType.Tagged(tagged.kind(), tagged.tag(), Set.of(), tagged.span()));
        return new IntegerCrossing(name, new IntegerType(name, size, signed, false), signed, false);
    }

    private Crossing composite(CType.Tagged tagged) {
        Declaration.Composite composite = scope.composite(tagged);
        if (composite == null || composite.body().isEmpty()) {
            throw new InvalidCdefException(
                    tagged.span(),
                    "only the name of '" + tagged.span().text() + "' is declared",
                    "declare its fields, or " + POINTER_FIX);
        }
        StructLayout layout = structs.get(composite);
        if (layout == null) {
            layout = layout(tagged, composite);
            structs.put(composite, layout);
        }
        return new StructCrossing(layout.name(), layout);
    }

    private StructLayout layout(CType.Tagged tagged, Declaration.Composite composite) {
        CompositeLayout found;
        try {
            found = layouts.of(composite);
        } catch (UnknownLayoutException unknown) {
            throw new InvalidCdefException(List.of(unknown.diagnostic()));
        }
        String name = scope.familiarName(tagged.kind(), tagged.tag());
        Map<String, StructField> fields = new LinkedHashMap<>();
        for (CompositeLayout.Field field : found.fields()) {
            fields.put(field.name(), field(name, field));
        }
        return new StructLayout(name, found.size(), found.alignment(), fields);
    }

    private StructField field(String struct, CompositeLayout.Field field) {
        Crossing type = of(field.declaration().type());
        String place = struct + "." + field.name();
        Span declared = field.declaration().nameSpan();
        if (!field.bitfield()) {
            return new StructField(field.name(), type, field.offset(), null, place, declared);
        } else if (platform.os() == OperatingSystem.WINDOWS) {
            throw new InvalidCdefException(
                    declared,
                    "the compilers of Windows do not agree on bitfields, and no one says which made the DLL",
                    "declare the integer that holds it");
        }
        boolean signed = layouts.signed(field.declaration().type()).orElse(false);
        BitRange range = new BitRange(type.spelling() + " : " + field.bits(), field.bits(), signed);
        return new StructField(field.name(), type, 0, new BitField(field.bitOffset(), range), place, declared);
    }

    private Crossing pointer(CType written, CType.Pointer pointer) {
        CType target = meant(pointer.target());
        String name = spelling.typeName(written);
        if (target instanceof CType.Function function) {
            return new FunctionPointerCrossing(name, prototype(name, function));
        }
        return new PointerCrossing(name, this, pointer.target(), readOnly(target));
    }

    private static boolean readOnly(CType type) {
        Set<Qualifier> qualifiers = Set.of();
        if (type instanceof CType.Keyword keyword) {
            qualifiers = keyword.qualifiers();
        } else if (type instanceof CType.Named named) {
            qualifiers = named.qualifiers();
        }
        return qualifiers.contains(Qualifier.CONST);
    }

    private Crossing array(CType written, CType.Array array) {
        Crossing element = of(array.element());
        long count = -1;
        if (!(array.length() instanceof CType.ArrayLength.Open)) {
            try {
                Layout whole = layouts.of(array);
                count = element.size() == 0 ? 0 : whole.size() / element.size();
            } catch (UnknownLayoutException unknown) {
                throw new InvalidCdefException(List.of(unknown.diagnostic()));
            }
        }
        return new ArrayCrossing(spelling.typeName(written), element, count == 0 ? -1 : count);
    }

    /**
     * Returns the type of a function.
     *
     * @param name of the function, or of the type of function pointers
     */
    synchronized Prototype prototype(String name, CType.Function function) {
        // Each once: types of which each names the one before twice would else be made 2, 4, 8, ... times.
        Map<String, Prototype> named = prototypes.get(function);
        if (named == null) {
            named = new HashMap<>();
            prototypes.put(function, named);
        }
        Prototype known = named.get(name);
        if (known == null) {
            known = newPrototype(name, function);
            named.put(name, known);
        }
        return known;
    }

    private Prototype newPrototype(String name, CType.Function function) {
        List<Parameter> parameters = new ArrayList<>();
        for (CType.Parameter declared : function.parameters()) {
            String parameter = declared.name().orElse("arg" + (parameters.size() + 1));
            Crossing type = parameterType(declared.type());
            if (!(type instanceof VoidCrossing)) {
                parameters.add(new Parameter(name, parameter, type, leastBytes(declared.type())));
            }
        }
        Crossing result = of(function.result());
        String declaration = name.indexOf('(') >= 0 ? name : spelling.declare(function, name);
        return new Prototype(
                name,
                declaration,
                new FunctionIdentity(identity, function),
                result,
                parameters,
                function.variadic(),
                keepsErrors);
    }

    /** C makes pointers of arrays and functions. */
    private Crossing parameterType(CType written) {
        CType meant = meant(written);
        if (meant instanceof CType.Array array) {
            return of(new CType.Pointer(array.element(), Set.of(), array.span()));
        } else if (meant instanceof CType.Function function) {
            return of(new CType.Pointer(function, Set.of(), function.span()));
        }
        return of(written);
    }

    /** Returns the size of an array that a parameter is declared as; text is not checked, because it ends at its NUL. */
    private long leastBytes(CType written) {
        if (!(meant(written) instanceof CType.Array array)
                || !(array.length() instanceof CType.ArrayLength.Fixed)
                || of(array.element()) instanceof IntegerCrossing integer && integer.characterBytes() > 0) {
            return 0;
        }
        try {
            return layouts.of(array).size();
        } catch (UnknownLayoutException ofOtherParameters) {
            return 0;
        }
    }
}
