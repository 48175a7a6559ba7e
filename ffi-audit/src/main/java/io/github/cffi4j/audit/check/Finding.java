package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Level;
import java.util.List;
import java.util.Optional;

/**
 * Something a policy does not want.
 *
 * @param check that found it
 * @param level what comes of it
 * @param headline what is wrong, as a sentence about "it"
 * @param details each of the things that are wrong: names, paths; none where there is one thing alone
 * @param allowed the reason the build gives for having it nonetheless
 */
public record Finding(Check check, Level level, String headline, List<String> details, Optional<String> allowed) {
    public Finding {
        details = List.copyOf(details);
    }

    /** Returns true if it fails the build. */
    public boolean failing() {
        return level == Level.FAIL && allowed.isEmpty();
    }
}
