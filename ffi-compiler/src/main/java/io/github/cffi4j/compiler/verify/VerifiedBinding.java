package io.github.cffi4j.compiler.verify;

import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.naming.Names;
import io.github.cffi4j.platform.Platform;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A binding that the compilers that were asked agree with, and the values of its constants.
 *
 * @param named what was checked, with its names in Java
 * @param constants by C name, then by platform
 */
public record VerifiedBinding(NamedBinding named, Map<String, Map<Platform, ConstantValue>> constants) {

    public VerifiedBinding {
        constants = new LinkedHashMap<>(constants);
    }

    /** Returns what each platform has of it. */
    public ConditionalBinding conditional() {
        return named.binding();
    }

    /** Returns what its declarations are called in Java. */
    public Names names() {
        return named.names();
    }

    /** Returns the part of it that Java sees. */
    public ResolvedBinding binding() {
        return conditional().union();
    }

    /** The value of a constant, where it is the same on all platforms that have it. */
    public Optional<ConstantValue> sameEverywhere(String constant) {
        return values(constant).values().stream().distinct().count() == 1
                ? values(constant).values().stream().findFirst()
                : Optional.empty();
    }

    /** Returns true if a Java {@code int} holds the constant on every platform. */
    public boolean fitsInt(String constant) {
        return values(constant).values().stream().allMatch(ConstantValue::fitsInt);
    }

    /** The values of a constant, by the platforms that have it, of those that were asked. */
    public Map<Platform, ConstantValue> values(String constant) {
        return constants.getOrDefault(constant, Map.of());
    }
}
