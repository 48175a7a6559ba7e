package io.github.cffi4j.compiler.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cdef of one line, and what its author is told: {@code column: message}, each followed by {@code on: platforms} unless
 * on all.
 */
record ClaimCase(String cdef, List<String> told) {
    static final String ACCEPTED = "accepted";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w{2,}");
    private static final Set<String> SHARED = Set.of(
            ("int char short long signed unsigned float double void const volatile struct union enum typedef static extern"
                            + " define bool size_t ssize_t wchar_t int8_t uint8_t uint16_t int32_t int64_t uint64_t"
                            + " values base visit __attribute__ packed first second third")
                    .split(" "));

    /** Reads a table. */
    static List<ClaimCase> read(Path table) throws IOException {
        List<ClaimCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(table)) {
            if (line.isBlank() || line.startsWith("//")) {
                continue;
            }
            if (line.startsWith(" ")) {
                cases.get(cases.size() - 1).told.add(line.strip());
            } else {
                cases.add(new ClaimCase(line, new ArrayList<>()));
            }
        }
        return cases;
    }

    /** Puts together what can be said in one cdef, because nothing is said of the same thing twice: compilers take time. */
    static List<List<ClaimCase>> batches(List<ClaimCase> cases) {
        List<List<ClaimCase>> batches = new ArrayList<>();
        List<Set<String>> taken = new ArrayList<>();
        for (ClaimCase claim : cases) {
            Set<String> names = claim.names();
            int batch = 0;
            while (batch < batches.size() && taken.get(batch).stream().anyMatch(names::contains)) {
                batch++;
            }
            if (batch == batches.size()) {
                batches.add(new ArrayList<>());
                taken.add(new HashSet<>());
            }
            batches.get(batch).add(claim);
            taken.get(batch).addAll(names);
        }
        return batches;
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        Matcher matcher = NAME.matcher(cdef);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        names.removeAll(SHARED);
        return names;
    }
}
