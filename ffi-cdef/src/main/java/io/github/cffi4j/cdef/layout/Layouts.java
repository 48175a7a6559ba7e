package io.github.cffi4j.cdef.layout;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Expression;
import io.github.cffi4j.cdef.LayoutAttribute;
import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.TagKind;
import io.github.cffi4j.cdef.model.ConstantEvaluator;
import io.github.cffi4j.cdef.model.Scope;
import io.github.cffi4j.cdef.model.TypeFacts;
import io.github.cffi4j.platform.Platform;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sizes, alignments and offsets of a cdef's types on one platform, and the values of its constant expressions, by the
 * rules of the platform's ABI. Each is computed when it is first asked for.
 *
 * <p>Not thread-safe.
 */
public final class Layouts {
    /** Types that hold one another deeper than people write. */
    private static final int MAX_DEPTH = 500;

    /** No array or struct is larger, on any platform. */
    private static final long MAX_BYTES = 1L << 56;

    private static final String ELLIPSIS_FIX =
            "let the ffi-maven-plugin build a library for it, whose compilers tell; or declare all of it";

    private final Scope scope;
    private final Platform platform;
    private final Abi abi;
    private final ConstantEvaluator evaluator;
    private final Map<Declaration.Composite, CompositeLayout> composites = new IdentityHashMap<>();
    private final Set<Declaration.Composite> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int depth;

    /**
     * The layouts of a cdef's types.
     *
     * @param scope what the platform sees of the cdef
     */
    public Layouts(Scope scope, Platform platform) {
        this.scope = scope;
        this.platform = platform;
        this.abi = new Abi(platform);
        this.evaluator = scope.evaluator(new Facts());
    }

    /** The value of a constant expression, if the cdef tells it. */
    public Optional<BigInteger> value(Expression expression) {
        return evaluator.value(expression);
    }

    /** The value of a macro, a constant or an enumerator, if the cdef tells it. */
    public Optional<BigInteger> value(String name) {
        return evaluator.value(name);
    }

    /** Returns true for an integer type with a sign; nothing for types that are no integers, and where only a compiler knows. */
    public Optional<Boolean> signed(CType type) {
        CType meant = scope.meant(type);
        if (meant instanceof CType.Keyword keyword) {
            return abi.signed(keyword.primitive());
        } else if (meant instanceof CType.Tagged tagged && tagged.kind() == TagKind.ENUM) {
            try {
                return Optional.of(bounds(tagged).negative());
            } catch (UnknownLayoutException unknown) {
                return Optional.empty();
            }
        }
        return meant instanceof CType.Named named ? abi.signed(named.name()) : Optional.empty();
    }

    /**
     * The size and alignment of a type.
     *
     * @throws UnknownLayoutException if only a compiler knows
     */
    public Layout of(CType type) throws UnknownLayoutException {
        if (depth == MAX_DEPTH) {
            throw new UnknownLayoutException(
                    type.span(), "this type refers to itself or is nested too deeply", "untie it");
        }
        depth++;
        try {
            if (type instanceof CType.Keyword keyword) {
                return keyword(keyword);
            } else if (type instanceof CType.Pointer) {
                return abi.pointer();
            } else if (type instanceof CType.Named named) {
                return named(named);
            } else if (type instanceof CType.Array array) {
                return array(array);
            } else if (type instanceof CType.Tagged tagged) {
                return tagged.kind() == TagKind.ENUM
                        ? enumeration(tagged)
                        : composite(tagged).whole();
            } else if (type instanceof CType.Function) {
                throw new UnknownLayoutException(
                        type.span(), "a function has no size", "use a pointer to it: '(*name)'");
            }
            throw new UnknownLayoutException(type.span(), "only a compiler knows this type", ELLIPSIS_FIX);
        } finally {
            depth--;
        }
    }

    /**
     * The layout of a struct or union.
     *
     * @throws UnknownLayoutException if only a compiler knows
     */
    public CompositeLayout of(Declaration.Composite composite) throws UnknownLayoutException {
        CompositeLayout known = composites.get(composite);
        if (known != null) {
            return known;
        }
        if (!open.add(composite)) {
            throw new UnknownLayoutException(
                    composite.nameSpan(), "'" + spelt(composite) + "' holds itself", "make it a pointer");
        }
        try {
            CompositeLayout layout = place(composite);
            composites.put(composite, layout);
            return layout;
        } finally {
            open.remove(composite);
        }
    }

    private CompositeLayout place(Declaration.Composite composite) throws UnknownLayoutException {
        Optional<Declaration.Body> body = composite.body();
        if (body.isEmpty() || body.get().partial()) {
            throw new UnknownLayoutException(
                    composite.nameSpan(),
                    body.isEmpty()
                            ? "only the name of '" + spelt(composite) + "' is declared"
                            : "'" + spelt(composite) + "' has '...': only a compiler knows all of its fields",
                    body.isEmpty() ? "declare its fields, or use a pointer" : ELLIPSIS_FIX);
        }
        Attributes own = attributes(composite.layout(), composite.nameSpan());
        Placer placer = new Placer(platform, composite.kind() == TagKind.UNION, own.packed(), composite.pack());
        if (own.alignment() > 0) {
            placer.align(own.alignment());
        }
        List<CompositeLayout.Field> fields = new ArrayList<>();
        for (Declaration.Field field : body.get().fields()) {
            add(field, placer, fields);
        }
        Layout whole = placer.whole();
        checkSize(whole.size(), composite.nameSpan());
        return new CompositeLayout(whole.size(), whole.alignment(), fields);
    }

    private void add(Declaration.Field field, Placer placer, List<CompositeLayout.Field> fields)
            throws UnknownLayoutException {
        Layout type = of(field.type());
        Attributes own = attributes(field.layout(), field.nameSpan());
        Placer.Request request = new Placer.Request(type, own.packed(), own.alignment());
        if (field.bits().isPresent()) {
            int width = width(field, type);
            long offset = placer.bits(request, width, field.name().isPresent());
            if (field.name().isPresent()) {
                fields.add(new CompositeLayout.Field(field.name().get(), field, offset, width, type.size()));
            }
            return;
        }
        long offset = placer.field(request);
        checkSize(offset / Byte.SIZE + type.size(), field.nameSpan());
        if (field.name().isPresent()) {
            fields.add(new CompositeLayout.Field(
                    field.name().get(), field, offset, CompositeLayout.Field.NO_BITFIELD, type.size()));
        } else {
            for (CompositeLayout.Field inner :
                    composite((CType.Tagged) field.type()).fields()) {
                fields.add(inner.moved(offset));
            }
        }
    }

    private int width(Declaration.Field field, Layout type) throws UnknownLayoutException {
        Expression written = field.bits().orElseThrow();
        Optional<BigInteger> known = value(written);
        if (known.isEmpty()) {
            throw new UnknownLayoutException(
                    written.span(), "only a compiler knows the width of this bitfield", "write it as a number");
        }
        BigInteger width = known.get();
        boolean named = field.name().isPresent();
        long most = isBool(field.type()) ? 1 : type.size() * Byte.SIZE;
        if (width.signum() < 0 || named && width.signum() == 0 || width.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new UnknownLayoutException(
                    written.span(), "a bitfield of this type cannot be " + width + " bits wide", "correct the width");
        }
        return width.intValue();
    }

    private boolean isBool(CType type) {
        CType meant = scope.meant(type);
        return meant instanceof CType.Keyword keyword && keyword.primitive() == Primitive.BOOL;
    }

    /**
     * What the attributes of a struct, union or field say.
     *
     * @param alignment in bytes; 0 if they ask for none
     */
    private record Attributes(boolean packed, long alignment) {}

    private Attributes attributes(List<String> texts, Span place) throws UnknownLayoutException {
        boolean packed = false;
        long alignment = 0;
        for (String text : texts) {
            LayoutAttribute attribute;
            try {
                attribute = LayoutAttribute.parse(text, scope.typedefs().keySet());
            } catch (CdefException broken) {
                throw new UnknownLayoutException(
                        place, "'" + text + "' is not understood", "write the alignment as a number");
            }
            if (attribute.packed()) {
                packed = true;
            } else {
                alignment = Math.max(alignment, alignment(attribute, text, place));
            }
        }
        return new Attributes(packed, alignment);
    }

    private long alignment(LayoutAttribute attribute, String text, Span place) throws UnknownLayoutException {
        if (attribute.alignment().isEmpty()) {
            return platform.greatestAlignment();
        }
        Optional<BigInteger> value = value(attribute.alignment().get());
        boolean possible = value.isPresent()
                && value.get().signum() >= 0
                && value.get().bitLength() <= 29
                && value.get().bitCount() <= 1;
        if (!possible) {
            throw new UnknownLayoutException(
                    place, "'" + text + "' does not tell an alignment", "write a power of two as a number");
        }
        return value.get().longValue();
    }

    private Layout keyword(CType.Keyword keyword) throws UnknownLayoutException {
        Optional<Layout> layout = abi.keyword(keyword.primitive());
        if (layout.isEmpty()) {
            throw new UnknownLayoutException(keyword.span(), "void has no size", "use a pointer");
        }
        return layout.get();
    }

    private Layout named(CType.Named named) throws UnknownLayoutException {
        Declaration.Typedef typedef = scope.typedefs().get(named.name());
        if (typedef != null) {
            return of(typedef.type());
        }
        Optional<Layout> standard = abi.named(named.name());
        if (standard.isPresent()) {
            return standard.get();
        }
        Optional<CType> meaning = scope.meaning(named);
        if (meaning.isPresent()) {
            return of(meaning.get());
        }
        throw new UnknownLayoutException(
                named.span(), "'" + named.name() + "' is of a size that only a compiler knows", ELLIPSIS_FIX);
    }

    private Layout array(CType.Array array) throws UnknownLayoutException {
        Layout element = of(array.element());
        if (array.length() instanceof CType.ArrayLength.Open) {
            return new Layout(0, element.alignment());
        }
        Optional<BigInteger> length =
                array.length() instanceof CType.ArrayLength.Fixed fixed ? value(fixed.expression()) : Optional.empty();
        if (length.isEmpty()) {
            throw new UnknownLayoutException(
                    array.span(), "only a compiler knows the length of this array", "write it as a number");
        } else if (length.get().signum() < 0) {
            throw new UnknownLayoutException(array.span(), "an array of a negative length", "correct the length");
        }
        BigInteger size = length.get().multiply(BigInteger.valueOf(element.size()));
        checkSize(size.bitLength() < Long.SIZE ? size.longValue() : Long.MAX_VALUE, array.span());
        return new Layout(size.longValue(), element.alignment());
    }

    private void checkSize(long bytes, Span place) throws UnknownLayoutException {
        if (bytes > MAX_BYTES || abi.pointerBytes() == Integer.BYTES && bytes > Integer.MAX_VALUE) {
            throw new UnknownLayoutException(
                    place, "this is larger than the memory of " + platform, "correct its length");
        }
    }

    private CompositeLayout composite(CType.Tagged tagged) throws UnknownLayoutException {
        Declaration.Composite composite = scope.composite(tagged);
        if (composite == null) {
            throw new UnknownLayoutException(
                    tagged.span(),
                    "only the name of '" + tagged.span().text() + "' is declared",
                    "declare its fields, or use a pointer");
        }
        return of(composite);
    }

    /** As wide as {@code int} if all enumerators fit {@code int} or {@code unsigned int}. */
    private Layout enumeration(CType.Tagged tagged) throws UnknownLayoutException {
        Bounds bounds = bounds(tagged);
        int bytes = bounds.bits() + (bounds.negative() ? 1 : 0) <= Integer.SIZE ? Integer.BYTES : Long.BYTES;
        return new Layout(bytes, bytes);
    }

    /**
     * What the enumerators of an enum need.
     *
     * @param negative whether one is below 0
     * @param bits the bits of the largest, without a sign
     */
    private record Bounds(boolean negative, int bits) {}

    private Bounds bounds(CType.Tagged tagged) throws UnknownLayoutException {
        Declaration.Enumeration enumeration = scope.enumeration(tagged).orElse(null);
        if (enumeration == null || enumeration.partial() || enumeration.sized().isPresent()) {
            throw new UnknownLayoutException(
                    tagged.span(), "only a compiler knows the size of this enum", ELLIPSIS_FIX);
        }
        boolean negative = false;
        int bits = 0;
        for (Declaration.Enumerator enumerator : enumeration.enumerators()) {
            Optional<BigInteger> value = value(enumerator.name());
            if (value.isEmpty()) {
                throw new UnknownLayoutException(
                        enumerator.nameSpan(), "only a compiler knows the value of this enumerator", ELLIPSIS_FIX);
            }
            negative |= value.get().signum() < 0;
            bits = Math.max(bits, value.get().bitLength());
        }
        return new Bounds(negative, bits);
    }

    private static String spelt(Declaration.Composite composite) {
        return CType.Tagged.anonymous(composite.name())
                ? composite.kind().keyword()
                : composite.kind().keyword() + " " + composite.name();
    }

    /** The facts about types that constant expressions need. */
    private final class Facts implements TypeFacts {

        @Override
        public Optional<Long> size(CType type) {
            try {
                return Optional.of(of(type).size());
            } catch (UnknownLayoutException unknown) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<Long> alignment(CType type) {
            try {
                return Optional.of(of(type).alignment());
            } catch (UnknownLayoutException unknown) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<Boolean> signed(CType type) {
            return Layouts.this.signed(type);
        }

        @Override
        public int longBits() {
            return platform.longBytes() * Byte.SIZE;
        }

        @Override
        public int pointerBits() {
            return platform.arch().bits();
        }
    }
}
