package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.compiler.text.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rewords the messages of clang about C++ like those about C, from which claims are explained. */
final class CppWording {
    private static final Pattern RESULT =
            Pattern.compile("cannot initialize return object of type '(?<to>.*?)'(?<aka>.*?)"
                    + " with an [lr]value of type '(?<from>.*?)'(?<fromAka>.*)");
    private static final Pattern VARIABLE =
            Pattern.compile("cannot initialize a variable of type '(?<to>.*?)'(?<aka>.*?)"
                    + " with an [lr]value of type '(?<from>.*?)'(?<fromAka>.*)");
    private static final String NO_MATCH = "no matching function for call";
    private static final String NOT_VIABLE = "candidate function not viable: ";
    private static final Pattern ARITY = Pattern.compile(
            "requires (?:at least )?(?:(?<expected>\\d+) arguments?|(?<single>single) argument '.*'), but (?<have>\\d+|no) .*");

    private CppWording() {}

    static ClangMessage inC(ClangMessage cpp) {
        return new ClangMessage(cpp.at(), inC(cpp.text(), cpp.notes()), cpp.source(), cpp.notes());
    }

    private static String inC(String text, List<ClangMessage.Note> notes) {
        Matcher result = RESULT.matcher(text);
        if (result.matches()) {
            return Text.format(
                    "returning '%s'%s from a function with incompatible result type '%s'%s",
                    result.group("from"), result.group("fromAka"), result.group("to"), result.group("aka"));
        }
        Matcher variable = VARIABLE.matcher(text);
        if (variable.matches()) {
            return Text.format(
                    "initializing '%s'%s with an expression of type '%s'%s",
                    variable.group("to"), variable.group("aka"), variable.group("from"), variable.group("fromAka"));
        }
        return text.startsWith(NO_MATCH) ? call(text, reasons(notes)) : text;
    }

    private static String call(String text, List<String> reasons) {
        Matcher arity = ARITY.matcher(String.join("; ", reasons));
        if (reasons.size() == 1 && arity.matches()) {
            String expected = arity.group("single") == null ? arity.group("expected") : "1";
            String have = arity.group("have").equals("no") ? "0" : arity.group("have");
            return Text.format("too many arguments to function call, expected %s, have %s", expected, have);
        }
        return text + ": " + String.join("; ", reasons);
    }

    /** Why none of the functions of that name will do. */
    private static List<String> reasons(List<ClangMessage.Note> notes) {
        return notes.stream()
                .map(ClangMessage.Note::text)
                .filter(note -> note.startsWith(NOT_VIABLE))
                .map(note -> note.substring(NOT_VIABLE.length()).replaceFirst("; .*", ""))
                .collect(Collectors.toList());
    }
}
