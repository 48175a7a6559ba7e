package io.github.cffi4j.compiler.resolve;

import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.compiler.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what a Java record cannot hold of a struct: all but values, which mean the same wherever they are. */
final class RecordFields {
    /** A constructor takes 255 words, and a long is two. */
    private static final int MOST = 127;

    private final ConditionalBinding merged;
    private final Set<String> records;
    private final List<Diagnostic> refused = new ArrayList<>();

    private RecordFields(ConditionalBinding merged) {
        this.merged = merged;
        this.records = merged.union().composites().stream()
                .filter(ResolvedComposite::record)
                .map(ResolvedComposite::cName)
                .collect(Collectors.toSet());
    }

    /** What the structs with {@code [[ffi::record]]} have that a record cannot. */
    static List<Diagnostic> refused(ConditionalBinding merged) {
        RecordFields fields = new RecordFields(merged);
        merged.union().composites().stream().filter(ResolvedComposite::record).forEach(fields::check);
        return fields.refused;
    }

    private void check(ResolvedComposite composite) {
        if (composite.fields().size() > MOST) {
            refuse(
                    composite.nameSpan(),
                    Text.format(
                            "'%s' has %d fields, and a record may have %d",
                            composite.cName(), composite.fields().size(), MOST));
        }
        for (Field field : composite.fields()) {
            reason(composite, field)
                    .ifPresent(reason -> refuse(
                            field.nameSpan(),
                            Text.format(
                                    "'%s' of '%s' does not go into a record: %s",
                                    field.cName(), composite.cName(), reason)));
        }
        if (grouped(composite.cName())) {
            refuse(
                    composite.nameSpan(),
                    Text.format(
                            "'%s' has a struct or union without a name among its fields, which may lie on one another",
                            composite.cName()));
        }
    }

    /** Together, variants have lost their groups. */
    private boolean grouped(String cName) {
        return merged.variants().stream()
                .flatMap(variant -> variant.binding().composite(cName).stream())
                .flatMap(composite -> composite.members().stream())
                .anyMatch(ResolvedComposite.Group.class::isInstance);
    }

    private Optional<String> reason(ResolvedComposite composite, Field field) {
        ResolvedType type = field.type();
        if (type.address()) {
            return Optional.of("it is a pointer, and nobody says how long that is good");
        } else if (type instanceof ResolvedType.Array) {
            return Optional.of("it is an array");
        } else if (type instanceof ResolvedType.Composite nested && !records.contains(nested.cName())) {
            return Optional.of("'" + nested.cName() + "' is not [[ffi::record]] in this cdef");
        } else if (field.constant()) {
            return Optional.of("it is const");
        } else if (!merged.having(ConditionalBinding.field(composite.cName(), field.cName()))
                .equals(merged.having(composite.cName()))) {
            return Optional.of("some platforms lack it");
        }
        return Optional.empty();
    }

    private void refuse(Span place, String message) {
        refused.add(Diagnostic.of(place, message, "remove [[ffi::record]]: the struct's getters and setters remain"));
    }
}
