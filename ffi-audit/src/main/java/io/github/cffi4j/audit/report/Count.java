package io.github.cffi4j.audit.report;

/** Numbers with their noun. */
final class Count {
    private Count() {}

    /** {@code 1 finding}, {@code 2 findings}. */
    static String of(long count, String noun) {
        return count + " "
                + (noun.endsWith("y") && count != 1 ? noun.replaceFirst("y$", "ies") : count == 1 ? noun : noun + "s");
    }
}
