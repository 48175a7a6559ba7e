package io.github.cffi4j.audit.policy;

import io.github.cffi4j.platform.Libc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The requirements for the libraries of one system.
 *
 * @param name the name of its file, without the suffix: {@code linux-glibc}
 * @param system the C library of the libraries that it judges
 * @param levels the level of each check
 * @param floors the newest versions that a library may need
 * @param libraries the libraries that each such system has, and those that are refused with a reason; the first rule that matches
 *     counts, and a library without a rule is refused as well
 * @param exports the names that a library for Java may export
 * @param sizeBudget the largest size, in bytes
 */
public record Policy(
        String name,
        Libc system,
        Map<Check, Level> levels,
        List<Floor> floors,
        List<LibraryRule> libraries,
        List<Glob> exports,
        long sizeBudget) {

    public Policy {
        levels = Map.copyOf(levels);
        floors = List.copyOf(floors);
        libraries = List.copyOf(libraries);
        exports = List.copyOf(exports);
    }

    /**
     * The newest version that a library may need.
     *
     * @param of the name that has versions: {@code GLIBC}, {@code macOS}, {@code Windows}
     * @param machine the machine it is for; empty for all that have no floor of their own
     */
    public record Floor(String of, Version version, Optional<String> machine) {}

    /**
     * A library that may be needed, or may not.
     *
     * @param refusal the reason why it may not; empty if it may
     */
    public record LibraryRule(Glob library, Optional<String> refusal) {}

    /** Returns the level of a check. */
    public Level level(Check check) {
        return levels.get(check);
    }

    /** Returns the newest version that a library may need on a machine; empty if any may. */
    public Optional<Version> floor(String of, String machine) {
        return floors.stream()
                .filter(floor -> floor.of().equals(of) && floor.machine().equals(Optional.of(machine)))
                .findFirst()
                .or(() -> floors.stream()
                        .filter(floor ->
                                floor.of().equals(of) && floor.machine().isEmpty())
                        .findFirst())
                .map(Floor::version);
    }

    /** Returns the rule for a library; empty if there is none, which refuses it. */
    public Optional<LibraryRule> rule(String library) {
        return libraries.stream()
                .filter(rule -> rule.library().matches(library))
                .findFirst();
    }

    /** Returns this policy with an author's additions. */
    public Policy with(List<Glob> moreExports, Optional<Long> otherBudget) {
        List<Glob> all = new ArrayList<>(exports);
        all.addAll(moreExports);
        return new Policy(name, system, levels, floors, libraries, all, otherBudget.orElse(sizeBudget));
    }

    /** Returns this policy with more libraries that may be needed, whatever it says of them. */
    public Policy needing(List<Glob> more) {
        List<LibraryRule> all = new ArrayList<>();
        more.forEach(library -> all.add(new LibraryRule(library, Optional.empty())));
        all.addAll(libraries);
        return new Policy(name, system, levels, floors, all, exports, sizeBudget);
    }
}
