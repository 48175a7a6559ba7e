package io.github.cffi4j.compiler.testrun;

import java.util.List;
import java.util.Map;

/**
 * A way to run a program of another platform on this machine.
 *
 * @param name for people: {@code qemu-s390x}
 * @param prefix the start of the command, before the program
 * @param environment variables that the program needs
 */
public record Way(String name, List<String> prefix, Map<String, String> environment) {
    /** The program is of this machine. */
    static final Way DIRECT = new Way("this machine", List.of(), Map.of());

    /** The system knows how to run it, or it is a script that does. */
    static final Way BY_ITSELF = new Way("by itself", List.of(), Map.of());

    public Way {
        prefix = List.copyOf(prefix);
        environment = Map.copyOf(environment);
    }
}
