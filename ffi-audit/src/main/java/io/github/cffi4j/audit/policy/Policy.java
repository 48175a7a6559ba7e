package io.github.cffi4j.audit.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of the libraries of a system.
 *
 * @param name of the file it is from: {@code linux-glibc}
 * @param levels what comes of each check; all checks are there
 * @param floors the highest versions that may be needed
 * @param needed the libraries every such system has
 * @param refused libraries that are a mistake of their own, with the reason
 * @param exports the names a library for Java may offer
 * @param sizeBudget the largest size, in bytes
 */
public record Policy(
        String name,
        Map<Check, Level> levels,
        List<Floor> floors,
        List<Glob> needed,
        List<Refusal> refused,
        List<Glob> exports,
        long sizeBudget) {

    public Policy {
        levels = Map.copyOf(levels);
        floors = List.copyOf(floors);
        needed = List.copyOf(needed);
        refused = List.copyOf(refused);
        exports = List.copyOf(exports);
    }

    /**
     * The newest version that may be needed.
     *
     * @param of what it is a version of: {@code GLIBC}, {@code macOS}, {@code Windows}
     * @param machine the one it is for; empty if for all others
     */
    public record Floor(String of, Version version, Optional<String> machine) {}

    /** A library that is refused. */
    public record Refusal(Glob library, String why) {}

    /** What comes of a check. */
    public Level level(Check check) {
        return levels.get(check);
    }

    /** The newest version that may be needed on a machine; empty if any may. */
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

    /** Why a library is refused; empty if it is not. */
    public Optional<String> refusal(String library) {
        return refused.stream()
                .filter(refusal -> refusal.library().matches(library))
                .map(Refusal::why)
                .findFirst();
    }

    /** The same with what an author adds. */
    public Policy with(List<Glob> moreExports, Optional<Long> otherBudget) {
        List<Glob> all = new ArrayList<>(exports);
        all.addAll(moreExports);
        return new Policy(name, levels, floors, needed, refused, all, otherBudget.orElse(sizeBudget));
    }

    /** The same with more libraries that may be needed. */
    public Policy needing(List<Glob> more) {
        List<Glob> all = new ArrayList<>(needed);
        all.addAll(more);
        return new Policy(name, levels, floors, all, refused, exports, sizeBudget);
    }
}
