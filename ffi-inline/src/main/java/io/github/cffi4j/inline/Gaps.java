package io.github.cffi4j.inline;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.TagKind;
import io.github.cffi4j.cdef.model.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what a cdef leaves to the compiler, and puts the answers in. Lines stay where they are, so that messages are right. */
final class Gaps {
    private final Scope scope;
    private final String text;
    private final List<Gap> gaps = new ArrayList<>();

    private Gaps(Scope scope, String text) {
        this.scope = scope;
        this.text = text;
    }

    static List<Gap> of(ParsedCdef cdef, Scope scope, String text) {
        Gaps found = new Gaps(scope, text);
        cdef.declarations().forEach(found::add);
        found.gaps.sort(Comparator.comparingInt(Gap::start).thenComparingInt(Gap::end));
        return List.copyOf(found.gaps);
    }

    /** Returns the text with the answers in their places; they come in the order of the gaps. */
    static String filled(String text, List<Gap> gaps, List<Answer> answers) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        int answered = 0;
        for (Gap gap : gaps) {
            List<Answer> own =
                    answers.subList(answered, answered + gap.questions().size());
            answered += own.size();
            filled.append(text, at, gap.start()).append(gap.text().apply(own));
            at = gap.end();
        }
        return filled.append(text, at, text.length()).toString();
    }

    private void add(Declaration declaration) {
        if (declaration instanceof Declaration.Macro macro && macro.value().isEmpty()) {
            int dots = text.lastIndexOf("...", macro.span().end() - 1);
            ask(macro.name(), dots, dots + "...".length(), "");
        } else if (declaration instanceof Declaration.Constant constant
                && constant.value().isEmpty()
                && isNumberOrText(constant.type())) {
            int end = constant.nameSpan().end();
            ask(constant.name(), end, end, " = ");
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            addEnumeration(enumeration);
        } else if (declaration instanceof Declaration.Typedef typedef) {
            addTypedef(typedef);
        } else if (declaration instanceof Declaration.Variable variable) {
            addLengths(variable.nameSpan(), variable.name());
        } else if (declaration instanceof Declaration.Composite composite
                && composite.body().isPresent()) {
            addComposite(composite);
        }
    }

    private void ask(String expression, int start, int end, String before) {
        gaps.add(new Gap(
                List.of(expression),
                start,
                end,
                answers -> before + answers.get(0).literal()));
    }

    /** Structs, and pointers to other things than characters, are variables that Java looks at. */
    private boolean isNumberOrText(CType type) {
        CType meant = scope.meant(type);
        if (meant instanceof CType.Pointer pointer) {
            return scope.meant(pointer.target()) instanceof CType.Keyword keyword
                    && keyword.primitive().spelling().equals("char");
        }
        return meant instanceof CType.Keyword
                || meant instanceof CType.Named
                || meant instanceof CType.Inferred
                || meant instanceof CType.Tagged tagged && tagged.kind() == TagKind.ENUM;
    }

    private void addEnumeration(Declaration.Enumeration enumeration) {
        boolean told = enumeration.enumerators().stream()
                .noneMatch(each -> each.value() instanceof Declaration.EnumeratorValue.FromCompiler);
        if (told && !enumeration.partial()) {
            return;
        }
        List<String> names = enumeration.enumerators().stream()
                .map(Declaration.Enumerator::name)
                .toList();
        Braces braces = Braces.after(text, enumeration.nameSpan().start());
        gaps.add(new Gap(names, braces.open() + 1, braces.close(), answers -> {
            StringBuilder list = new StringBuilder();
            for (int i = 0; i < names.size(); i++) {
                list.append(i == 0 ? " " : ", ").append(names.get(i)).append(" = ");
                list.append(answers.get(i).literal());
            }
            return list + braces.lines(text) + " ";
        }));
    }

    private void addTypedef(Declaration.Typedef typedef) {
        String name = typedef.name();
        if (typedef.type() instanceof CType.Inferred inferred) {
            boolean integer = inferred.kind() == CType.InferredKind.INTEGER;
            int dots = text.indexOf("...", inferred.span().start());
            int start = text.lastIndexOf(integer ? "int" : "float", dots);
            int end = dots + "...".length();
            gaps.add(new Gap(
                    List.of("sizeof(" + name + ")", "(" + name + ")-1 < (" + name + ")0"),
                    start,
                    end,
                    answers -> integer ? integer(answers) : floating(answers)));
        } else {
            addLengths(typedef.nameSpan(), "(*(" + name + " *)0)");
        }
    }

    private static String integer(List<Answer> answers) {
        long size = ((Answer.Whole) answers.get(0)).size();
        boolean signed = ((Answer.Whole) answers.get(1)).size() != 0;
        return (signed ? "signed " : "unsigned ")
                + (size == Byte.BYTES
                        ? "char"
                        : size == Short.BYTES ? "short" : size == Integer.BYTES ? "int" : "long long");
    }

    private static String floating(List<Answer> answers) {
        long size = ((Answer.Whole) answers.get(0)).size();
        return size == Float.BYTES ? "float" : size == Double.BYTES ? "double" : "long double";
    }

    /**
     * Asks for the lengths that stand as {@code [...]} behind a name.
     *
     * @param array the array, as a C expression that is not evaluated
     */
    private void addLengths(Span name, String array) {
        int at = name.end();
        String part = array;
        while (at < text.length() && text.charAt(at) == '[') {
            int close = text.indexOf(']', at);
            if (text.substring(at + 1, close).strip().equals("...")) {
                ask("sizeof(" + part + ") / sizeof((" + part + ")[0])", at + 1, close, "");
            }
            part = "(" + part + ")[0]";
            at = close + 1;
        }
    }

    private void addComposite(Declaration.Composite composite) {
        String name = scope.cName(composite.kind(), composite.name());
        Declaration.Body body = composite.body().orElseThrow();
        for (Declaration.Field field : body.fields()) {
            field.name().ifPresent(own -> addLengths(field.nameSpan(), "((" + name + " *)0)->" + own));
        }
        if (body.partial()) {
            gaps.addAll(new PartialStruct(scope, composite, name, text).gaps());
        }
    }
}
