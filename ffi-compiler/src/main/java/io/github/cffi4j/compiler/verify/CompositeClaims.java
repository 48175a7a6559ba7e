package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.model.CSpelling;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedComposite.Group;
import io.github.cffi4j.cdef.model.ResolvedComposite.Member;
import io.github.cffi4j.cdef.model.ResolvedComposite.Padding;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ScalarKind;
import io.github.cffi4j.compiler.text.Text;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Claims about structs and unions: each field's existence and type, and the layout of exact ones. */
final class CompositeClaims {
    private static final Pattern TYPEDEF_NAME = Pattern.compile("[^ (]+");

    /** An attribute's own name; without its underscores it may be a macro of the headers. */
    private static final Pattern NAMED = Pattern.compile("\\(\\((\\w+)");

    private final ProbeText probe;
    private final CSpelling spelling;
    private final CSpelling meaning;

    CompositeClaims(ProbeText probe, CSpelling spelling, CSpelling meaning) {
        this.probe = probe;
        this.spelling = spelling;
        this.meaning = meaning;
    }

    void write(ResolvedComposite composite) {
        String type = composite.cName();
        probe.claim(ClaimKind.TYPE, type, type, "", composite.nameSpan()).assertion("sizeof(" + type + ") >= 0");
        if (TYPEDEF_NAME.matcher(type).matches()) {
            // A struct without a tag is known by a typedef, which may be one of an array: va_list is, on some
            // platforms.
            probe.claim(ClaimKind.TYPE, type, type, "", composite.nameSpan())
                    .assertion("FFI_IS_COMPOSITE(" + type + ")");
        }
        composite.fields().forEach(field -> field(type, field));
        if (composite.completeness() == ResolvedComposite.Completeness.EXACT) {
            exact(composite);
        }
    }

    private void field(String type, Field field) {
        String value = "((" + type + " *)0)->" + field.cName();
        String declared = spelling.typeName(field.declared());
        probe.claim(ClaimKind.FIELD, type, field.cName(), declared, field.nameSpan());
        if (field.bits().isPresent()) {
            bitfield(type, field, value);
            return;
        }
        probe.line("typedef __typeof__(" + value + ") " + probe.fresh() + ";");
        probe.claim(ClaimKind.FIELD_TYPE, type, field.cName(), declared, field.nameSpan());
        if (field.type().integer()) {
            // Like CFFI, any integer of the same size will do; unlike CFFI, the sign must agree too, but for a plain
            // int, which people write for enums that compilers make unsigned.
            String meant = meaning.typeName(field.declared());
            probe.assertion(Text.format("sizeof(%1$s | 0) && sizeof(%1$s) == sizeof(%2$s)", value, meant));
            if (!meant.equals("int") && !(field.type() instanceof ResolvedType.Enumeration)) {
                probe.claim(ClaimKind.FIELD_TYPE, type, field.cName(), declared, field.nameSpan());
                probe.assertion(Text.format("((__typeof__(%s))-1 < 0) == ((%s)-1 < 0)", value, meant));
            }
        } else {
            AddressClaim address = AddressClaim.of(meaning.expanded(field.declared()), field.nameSpan());
            probe.line(Text.format(
                    "static inline void %s(%s *ffi_p) { %s = &ffi_p->%s%s; (void)ffi_f; }",
                    probe.fresh(), type, address.declare(meaning, "ffi_f"), field.cName(), address.index()));
            if (AddressClaim.lengthFromCompiler(field.declared())) {
                probe.claim(ClaimKind.ARRAY_LENGTH, type, field.cName(), declared, field.nameSpan())
                        .assertion("sizeof(" + value + ") > 0");
            }
            address.dimensions().forEach(dimension -> probe.claim(
                            ClaimKind.ARRAY_LENGTH, type, field.cName(), declared, field.nameSpan())
                    .assertion(dimension.assertion(value)));
        }
    }

    /** A bitfield has neither size nor address, but a type; how wide it is, its bits in an object file tell. */
    private void bitfield(String type, Field field, String value) {
        String declared = spelling.typeName(field.declared());
        String meant = meaning.typeName(field.declared());
        probe.assertion("sizeof(" + value + " | 0) || 1");
        if (!meant.equals("int") && !(field.type() instanceof ResolvedType.Enumeration)) {
            probe.claim(ClaimKind.FIELD_TYPE, type, field.cName(), declared, field.nameSpan())
                    .assertion(Text.format("((FFI_BITFIELD_TYPE(%s))-1 < 0) == ((%s)-1 < 0)", value, meant));
        }
        if (!(field.type() instanceof ResolvedType.Scalar scalar && scalar.kind() == ScalarKind.BOOL)) {
            probe.width(type, field.cName(), field.bits().orElseThrow(), field.nameSpan());
        }
    }

    /** A twin made of the cdef's own text: the compiler lays both out and compares them. */
    private void exact(ResolvedComposite composite) {
        String type = composite.cName();
        String name = probe.fresh();
        String keyword = composite.kind().keyword();
        String twin = keyword + " " + name;
        boolean packed = composite.pack() > 0;
        if (packed) {
            probe.line("#pragma pack(push, " + composite.pack() + ")");
        }
        probe.claim(ClaimKind.TYPE, type, type, "", composite.nameSpan());
        probe.line(
                keyword + " " + layout(composite.layout()) + name + " {" + members(type, composite.members()) + " };");
        if (packed) {
            probe.line("#pragma pack(pop)");
        }
        for (Field field : composite.fields()) {
            if (field.bits().isEmpty()) {
                probe.claim(ClaimKind.FIELD_OFFSET, type, field.cName(), "", field.nameSpan())
                        .assertion(Text.format(
                                "__builtin_offsetof(%1$s, %3$s) == __builtin_offsetof(%2$s, %3$s)",
                                type, twin, field.cName()));
            }
        }
        probe.claim(ClaimKind.SIZE, type, type, "", composite.nameSpan())
                .assertion(Text.format("sizeof(%s) == sizeof(%s)", type, twin));
        probe.claim(ClaimKind.ALIGNMENT, type, type, "", composite.nameSpan())
                .assertion(Text.format("_Alignof(%s) == _Alignof(%s)", type, twin));
    }

    private String members(String type, List<Member> members) {
        StringBuilder text = new StringBuilder();
        for (Member member : members) {
            text.append(' ');
            if (member instanceof Field field) {
                text.append(layout(field.layout())).append(declaration(type, field));
            } else if (member instanceof Padding padding) {
                text.append(meaning.declare(padding.declared(), ""))
                        .append(" : ")
                        .append(padding.bits());
            } else if (member instanceof Group group) {
                text.append(group.kind().keyword())
                        .append(' ')
                        .append(layout(group.layout()))
                        .append('{')
                        .append(members(type, group.members()))
                        .append(" }");
            }
            text.append(';');
        }
        return text.toString();
    }

    /** Not as {@code #pragma pack}, which goes for groups too, and on Windows lays out bitfields in another way. */
    private static String layout(List<String> attributes) {
        return attributes.stream()
                .map(attribute -> NAMED.matcher(attribute).replaceAll("((__$1__") + " ")
                .collect(Collectors.joining());
    }

    private String declaration(String type, Field field) {
        if (field.bits().isPresent()) {
            return meaning.declare(field.declared(), field.cName()) + " : "
                    + field.bits().get();
        }
        // Where the compiler tells the length, the twin has the field's own type.
        return AddressClaim.lengthFromCompiler(field.declared())
                ? "__typeof__(((" + type + " *)0)->" + field.cName() + ") " + field.cName()
                : meaning.declare(field.declared(), field.cName());
    }
}
