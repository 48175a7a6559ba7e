package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.PredefinedMacros;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the shortest condition that is true on some platforms of a module and false on its others. */
final class Conditions {
    /** Those that people know, the best known first. */
    private static final List<String> MACROS = List.of(
            "_WIN32",
            "__APPLE__",
            "__linux__",
            "__FreeBSD__",
            "__GLIBC__",
            "__LP64__",
            "__x86_64__",
            "__aarch64__",
            "__i386__",
            "__arm__",
            "__riscv",
            "__powerpc64__",
            "__s390x__",
            "__loongarch64");

    private final Set<Platform> all;
    private final Map<Set<Platform>, String> found = new HashMap<>();

    Conditions(List<Platform> all) {
        this.all = EnumSet.copyOf(all);
        Map<String, Set<Platform>> single = new LinkedHashMap<>();
        for (String macro : MACROS) {
            Set<Platform> on = EnumSet.noneOf(Platform.class);
            this.all.stream()
                    .filter(platform -> PredefinedMacros.of(platform).containsKey(macro))
                    .forEach(on::add);
            single.putIfAbsent("defined(" + macro + ")", on);
            single.putIfAbsent("!defined(" + macro + ")", without(on));
        }
        single.forEach((text, on) -> found.putIfAbsent(on, text));
        List<Map.Entry<String, Set<Platform>>> singles = new ArrayList<>(single.entrySet());
        for (String operator : List.of(" && ", " || ")) {
            for (Map.Entry<String, Set<Platform>> one : singles) {
                for (Map.Entry<String, Set<Platform>> other : singles) {
                    Set<Platform> both = EnumSet.copyOf(this.all);
                    both.retainAll(one.getValue());
                    if (operator.equals(" && ")) {
                        both.retainAll(other.getValue());
                    } else {
                        both.addAll(other.getValue());
                    }
                    found.putIfAbsent(both, one.getKey() + operator + other.getKey());
                }
            }
        }
    }

    private Set<Platform> without(Set<Platform> some) {
        Set<Platform> others = EnumSet.copyOf(all);
        others.removeAll(some);
        return others;
    }

    /** The condition as it stands behind {@code #if}. */
    String of(Set<Platform> platforms) {
        String known = found.get(EnumSet.copyOf(platforms));
        return known != null
                ? known
                : platforms.stream().sorted().map(Conditions::exactly).collect(Collectors.joining(" || "));
    }

    /** The line that begins a part for some platforms. */
    String line(Set<Platform> platforms) {
        String condition = of(platforms);
        if (condition.matches("defined\\(\\w+\\)")) {
            return "#ifdef " + condition.substring("defined(".length(), condition.length() - 1);
        } else if (condition.matches("!defined\\(\\w+\\)")) {
            return "#ifndef " + condition.substring("!defined(".length(), condition.length() - 1);
        }
        return "#if " + condition;
    }

    private static String exactly(Platform platform) {
        String libc = platform.os() != OperatingSystem.LINUX
                ? ""
                : platform.libc() == Libc.GLIBC ? " && defined(__GLIBC__)" : " && !defined(__GLIBC__)";
        return "(defined(" + platform.os().macro() + ") && defined("
                + platform.arch().macro() + ")" + libc + ")";
    }
}
