package io.github.cffi4j.audit.report;

import java.util.List;
import java.util.stream.Collectors;

/** The first of many names, on a line people can read. */
final class Details {
    private static final int SHOWN = 4;
    private static final int LONGEST = 120;

    private Details() {}

    static String shown(List<String> details) {
        String some = details.stream().limit(SHOWN).map(Details::plain).collect(Collectors.joining(", "));
        int more = details.size() - SHOWN;
        return more > 0 ? some + " and " + more + " more" : some;
    }

    /** A name from a file may be long, and have bytes that move a terminal's cursor. */
    private static String plain(String detail) {
        String printable = detail.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) + "..." : printable;
    }
}
