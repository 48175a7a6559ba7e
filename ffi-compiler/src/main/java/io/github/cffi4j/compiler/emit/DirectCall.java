package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of a binding without glue that the engine can make by the function's address: of integers and addresses alone.
 *
 * @param downcall the call
 * @param cName the function; empty for a call by a function pointer
 * @param result {@code %s} is in place of what the engine returns, 64 bits of which those above the type are anything
 */
record DirectCall(Downcall downcall, String cName, String result) {
    /** So many arguments the engine passes in registers. */
    private static final int MAX_ARGUMENTS = 6;

    /** All but plain {@code char}, which each platform extends in its own way. */
    private static final Pattern PARAMETER = Pattern.compile("[su][1248]|a|b|t\\d+");

    private static final Pattern TOLD = Pattern.compile("t(\\d+)");

    /**
     * Returns the call, if it is one.
     *
     * @param shape its types in C, as {@code CallShape} of the runtime has them
     */
    static Optional<DirectCall> of(Downcall downcall, String cName, String shape) {
        List<String> words =
                new ArrayList<>(List.of(shape.replaceFirst("^[!^]", "").split(" ")));
        String result = words.remove(words.size() - 1);
        words.remove(">");
        boolean direct = words.size() <= MAX_ARGUMENTS
                && words.stream().allMatch(word -> PARAMETER.matcher(word).matches());
        return direct
                ? result(result, downcall.result()).map(conversion -> new DirectCall(downcall, cName, conversion))
                : Optional.empty();
    }

    private static Optional<String> result(String word, Carrier carrier) {
        Matcher told = TOLD.matcher(word);
        if (told.matches()) {
            String value = "DirectCalls.result(%s, LAYOUT.get(" + told.group(1) + "))";
            return Optional.of(carrier == Carrier.INT ? "(int) " + value : value);
        }
        return Optional.ofNullable(
                switch (word) {
                    case "v", "a", "s8", "u8" -> "%s";
                    case "b" -> "(%s & 0xFF) != 0";
                    case "s1" -> "(byte) %s";
                    case "u1" -> "(int) %s & 0xFF";
                    case "s2" -> "(short) %s";
                    case "u2" -> "(int) %s & 0xFFFF";
                    case "s4" -> "(int) %s";
                    case "u4" -> "%s & 0xFFFF_FFFFL";
                    default -> null;
                });
    }

    /**
     * Returns the expression that makes the call.
     *
     * @param calls the expression for the engine's calls
     * @param function the expression for the address; that of a function pointer is the first parameter
     */
    String call(String calls, String function) {
        StringBuilder arguments = new StringBuilder(function);
        List<Downcall.Passed> parameters = downcall.parameters();
        for (Downcall.Passed parameter : parameters.subList(cName.isEmpty() ? 1 : 0, parameters.size())) {
            arguments
                    .append(", ")
                    .append(parameter.type() == Carrier.BOOLEAN ? parameter.name() + " ? 1 : 0" : parameter.name());
        }
        return Text.format(result, calls + ".call(" + arguments + ")");
    }
}
