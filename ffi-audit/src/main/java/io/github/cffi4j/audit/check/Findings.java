package io.github.cffi4j.audit.check;

import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Level;
import io.github.cffi4j.audit.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what the checks of one library find, each at the level of the policy. */
final class Findings {
    private final Policy policy;
    private final List<Finding> found = new ArrayList<>();

    Findings(Policy policy) {
        this.policy = policy;
    }

    /** Something is wrong. */
    void add(Check check, String headline) {
        add(check, headline, List.of(), Optional.empty());
    }

    /** Something is wrong if a condition holds. */
    void addIf(boolean wrong, Check check, String headline) {
        if (wrong) {
            add(check, headline);
        }
    }

    /** Something is wrong if there are any such things. */
    void addAny(Check check, String headline, List<String> things) {
        if (!things.isEmpty()) {
            add(check, headline, things, Optional.empty());
        }
    }

    private void add(Check check, String headline, List<String> details, Optional<String> allowed) {
        if (policy.level(check) != Level.OFF) {
            found.add(new Finding(check, policy.level(check), headline, details, allowed));
        }
    }

    List<Finding> found() {
        return List.copyOf(found);
    }
}
