package io.github.cffi4j.dynamic;

import io.github.cffi4j.cdef.EditDistance;
import java.util.Collection;

/** Proposes a name for a mistyped one. */
final class NearestName {
    private static final int MAX_LISTED = 8;

    private NearestName() {}

    /** Returns the end of a message: the nearest name, or all names if there are few; otherwise nothing. */
    static String hint(String name, Collection<String> known) {
        String nearest = null;
        int least = name.length() <= 3 ? 2 : 3;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - name.length()) < least) {
                int distance = EditDistance.between(name, candidate);
                if (distance < least) {
                    least = distance;
                    nearest = candidate;
                }
            }
        }
        if (nearest != null) {
            return "; did you mean '" + nearest + "'?";
        }
        return known.isEmpty() || known.size() > MAX_LISTED ? "" : "; there is " + String.join(", ", known);
    }
}
