package io.github.cffi4j.generated;

import io.github.cffi4j.internal.memory.Utf8;

/** Compares what a library says of its version. */
final class VersionCheck {
    private VersionCheck() {}

    /**
     * Returns true if a comparison holds.
     *
     * @param order negative, 0 or positive
     * @param operator of C, such as {@code >=}
     */
    static boolean holds(int order, String operator) {
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            default -> throw new IllegalArgumentException("C has no operator " + operator);
        };
    }

    /** Returns the text at an address; an empty one at 0. */
    static String text(long address) {
        return address == 0 ? "" : Utf8.read(address, Long.MAX_VALUE);
    }

    /**
     * Returns a number in words.
     *
     * @param said the number as the author of a check wrote it, perhaps by the name of a constant
     */
    static String words(long number, String said) {
        String value = Long.toString(number);
        return said.equals(value) ? said : said + ", which is " + value;
    }

    /** Compares the numbers in two versions one by one: 1.10 is later than 1.9, and 1.2 is 1.2.0. */
    static int compare(String found, String wanted) {
        int here = 0;
        int there = 0;
        while (here < found.length() || there < wanted.length()) {
            int ends = end(found, here);
            int otherEnds = end(wanted, there);
            int order = Long.compare(number(found, here, ends), number(wanted, there, otherEnds));
            if (order != 0) {
                return order;
            }
            here = ends + 1;
            there = otherEnds + 1;
        }
        return 0;
    }

    private static int end(String version, int start) {
        int end = version.indexOf('.', start);
        return end < 0 ? Math.max(start, version.length()) : end;
    }

    /** The digits that a part begins with: {@code 13-motley} is 13. */
    private static long number(String version, int start, int end) {
        long number = 0;
        for (int i = start; i < end && version.charAt(i) >= '0' && version.charAt(i) <= '9'; i++) {
            number = Math.min(number * 10 + version.charAt(i) - '0', Integer.MAX_VALUE);
        }
        return number;
    }
}
