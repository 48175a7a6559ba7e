package io.github.cffi4j.build.verify;

import io.github.cffi4j.build.resolve.ResolvedBinding;
import io.github.cffi4j.platform.Platform;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A binding that every platform's compiler agrees with, and the values of its constants.
 *
 * @param constants by C name, then by platform
 */
public record VerifiedBinding(ResolvedBinding binding, Map<String, Map<Platform, ConstantValue>> constants) {

    public VerifiedBinding {
        constants = new LinkedHashMap<>(constants);
    }

    /** The value of a constant, where it is the same on all platforms. */
    public Optional<ConstantValue> sameEverywhere(String constant) {
        return values(constant).values().stream().distinct().count() == 1
                ? values(constant).values().stream().findFirst()
                : Optional.empty();
    }

    /** Whether a Java {@code int} holds the constant on every platform. */
    public boolean fitsInt(String constant) {
        return values(constant).values().stream().allMatch(ConstantValue::fitsInt);
    }

    /** The values of a constant by platform. */
    public Map<Platform, ConstantValue> values(String constant) {
        return Objects.requireNonNull(constants.get(constant), constant);
    }
}
