package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.Arrays;
import java.util.Locale;

/** Which link is taken. */
public enum LinkPolicy {
    /** The lean one, and the full one where it lacks something. */
    AUTO,
    /** The lean one; an error where it lacks something. */
    LEAN,
    /** The full one. */
    FULL;

    /**
     * @throws WrongSettingException if there is none of that name
     */
    public static LinkPolicy of(String name) {
        return Arrays.stream(values())
                .filter(policy -> policy.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new WrongSettingException("ffi.link is 'auto', 'lean' or 'full', not '" + name + "'"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
