package io.github.cffi4j.compiler.emit.crossing;

import java.util.Optional;

/** An array of Java's for a pointer to numbers: the JVM pins it, and C works on it where it is. */
record PinnedArgument(Carrier carrier) implements Argument {
    @Override
    public String javaType() {
        return carrier.java();
    }

    @Override
    public String toC(Value value) {
        return value.bounded();
    }

    @Override
    public boolean scratch() {
        return false;
    }

    @Override
    public boolean kept() {
        return false;
    }

    @Override
    public Optional<String> resource(String parameter) {
        return Optional.empty();
    }
}
