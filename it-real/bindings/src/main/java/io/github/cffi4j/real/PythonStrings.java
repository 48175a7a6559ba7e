package io.github.cffi4j.real;

import java.util.ArrayList;
import java.util.List;

/** Reads the string arguments of a call in a Python program, as Python would see them. Nothing is run. */
final class PythonStrings {
    private final String program;
    private int at;

    private PythonStrings(String program, int at) {
        this.program = program;
        this.at = at;
    }

    /**
     * The strings that are arguments of the first call of a method, up to the first argument that is something else.
     *
     * @param method its name, without the object before it
     */
    static List<String> argumentsOf(String method, String program) {
        String call = "." + method + "(";
        int start = program.indexOf(call);
        if (start < 0) {
            throw new IllegalArgumentException("there is no call of " + method);
        }
        PythonStrings scanner = new PythonStrings(program, start + call.length());
        List<String> arguments = new ArrayList<>();
        while (scanner.atString()) {
            arguments.add(scanner.string());
            scanner.skipTo(",");
        }
        return arguments;
    }

    private boolean atString() {
        while (Character.isWhitespace(program.charAt(at))) {
            at++;
        }
        return program.charAt(at) == '"' || program.charAt(at) == '\'';
    }

    private void skipTo(String separator) {
        while (Character.isWhitespace(program.charAt(at))) {
            at++;
        }
        if (program.startsWith(separator, at)) {
            at += separator.length();
        }
    }

    private String string() {
        String quote = program.substring(at, at + 1);
        if (program.startsWith(quote.repeat(3), at)) {
            quote = quote.repeat(3);
        }
        at += quote.length();
        StringBuilder text = new StringBuilder();
        while (!program.startsWith(quote, at)) {
            char c = program.charAt(at++);
            text.append(c == '\\' ? escaped(program.charAt(at++)) : String.valueOf(c));
        }
        at += quote.length();
        return text.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "";
            case 'n' -> "\n";
            case '\\', '"', '\'' -> String.valueOf(c);
            default -> throw new IllegalArgumentException("an escape nobody needed so far: \\" + c);
        };
    }
}
