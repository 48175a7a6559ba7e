package io.github.cffi4j.audit.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The generated classes of a module.
 *
 * @param constants the {@code long} constants of each binding's class files, by the name its table has in the library; the
 *     fingerprint is one of them
 */
public record JavaBindings(Map<String, Set<Long>> constants) {
    public JavaBindings {
        constants = Map.copyOf(constants);
    }

    /** Returns the differences between the classes and a library. */
    public List<String> differences(List<LayoutStamp> stamps) {
        List<String> differences = new ArrayList<>();
        Map<String, Set<Long>> left = new TreeMap<>(constants);
        for (LayoutStamp stamp : stamps) {
            Set<Long> expected = left.remove(stamp.binding());
            if (expected == null) {
                differences.add("no class for table " + stamp.binding());
            } else if (!expected.contains(stamp.fingerprint())) {
                differences.add(
                        "class of table " + stamp.binding() + " has not its " + Long.toHexString(stamp.fingerprint()));
            }
        }
        left.keySet().forEach(binding -> differences.add("no table for class " + binding));
        return differences;
    }
}
