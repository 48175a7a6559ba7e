package io.github.cffi4j.inline;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.TagKind;
import io.github.cffi4j.cdef.model.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * A struct or union with {@code ...;}: its fields get their true offsets by padding without a name, and the whole its true size
 * and alignment.
 *
 * @param name as C spells it
 */
record PartialStruct(Scope scope, Declaration.Composite composite, String name, String text) {
    private static final String HIDDEN = "unsigned char ffi_hidden";

    List<Gap> gaps() {
        Declaration.Body body = composite.body().orElseThrow();
        Braces braces = Braces.after(text, composite.nameSpan().start());
        List<Gap> gaps = new ArrayList<>();
        int dots = text.lastIndexOf("...", braces.close());
        int end = text.indexOf(';', dots) + 1;
        boolean union = composite.kind() == TagKind.UNION;
        String previous = "0";
        Span before = null;
        for (Declaration.Field field : body.fields()) {
            String place = placeOf(field);
            if (!union && field.span().equals(before)) {
                throw refused(field, "give each field of a struct with '...;' a declaration of its own");
            } else if (!union) {
                gaps.add(pad(field.span().start(), field.span().start(), previous, offset(place)));
            }
            before = field.span();
            previous = offset(place) + " + sizeof(((" + name + " *)0)->" + place + ")";
        }
        gaps.add(union ? member(dots, end) : pad(dots, end, previous, "sizeof(" + name + ")"));
        int close = braces.close() + 1;
        gaps.add(new Gap(
                List.of("_Alignof(" + name + ")"),
                close,
                close,
                answers -> " __attribute__((packed, aligned(" + answers.get(0).literal() + ")))"));
        return gaps;
    }

    private Gap pad(int start, int end, String from, String to) {
        return new Gap(List.of("(long long)(" + from + ")", "(long long)(" + to + ")"), start, end, answers -> {
            long bytes = ((Answer.Whole) answers.get(1)).size() - ((Answer.Whole) answers.get(0)).size();
            if (bytes < 0) {
                throw new InlineException(
                        "the fields of '" + name + "' are in another order in C; write them in that order");
            }
            return padding(bytes);
        });
    }

    /** Returns fields without a name of so many bytes together. */
    private static String padding(long bytes) {
        return "unsigned long long : 64; ".repeat((int) (bytes / Long.BYTES))
                + "unsigned char : 8; ".repeat((int) (bytes % Long.BYTES));
    }

    private Gap member(int start, int end) {
        return new Gap(
                List.of("sizeof(" + name + ")"),
                start,
                end,
                answers -> HIDDEN + "[" + answers.get(0).literal() + "];");
    }

    private String offset(String place) {
        return "__builtin_offsetof(" + name + ", " + place + ")";
    }

    private static String placeOf(Declaration.Field field) {
        if (field.bits().isPresent()) {
            throw refused(
                    field,
                    "bitfields have no offset; declare all fields instead of '...;', or a C function that gets it");
        }
        return field.name()
                .orElseThrow(() -> refused(
                        field, "declare all fields instead of '...;', or a C function that gets the inner field"));
    }

    private static InlineException refused(Declaration.Field field, String fix) {
        CdefException error = new CdefException(List.of(
                Diagnostic.of(field.nameSpan(), "the place of this field in a struct with '...;' is not known", fix)));
        return new InlineException(error.getMessage(), error);
    }
}
