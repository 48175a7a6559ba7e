package io.github.cffi4j.it.platforms;

import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of the C expressions that a library's table has, by the rules of an ABI alone. */
final class AbiExpressions {
    private static final String COMPOSITE = "((?:struct|union) \\w+|__typeof__\\(.*\\))";
    private static final Pattern SIZE = Pattern.compile("sizeof\\(" + COMPOSITE + "\\)");
    private static final Pattern ALIGNMENT = Pattern.compile("_Alignof\\(" + COMPOSITE + "\\)");
    private static final Pattern OFFSET = Pattern.compile("__builtin_offsetof\\(" + COMPOSITE + ", (\\w+)\\)");
    private static final Pattern FIELD_SIZE = Pattern.compile("sizeof\\(\\(\\(" + COMPOSITE + " \\*\\)0\\)->(\\w+)\\)");
    private static final Pattern INTEGER = Pattern.compile("FFI_INTEGER\\(([\\w ]+)\\)");
    private static final Pattern FLOATING = Pattern.compile("FFI_FLOATING\\(([\\w ]+)\\)");
    private static final Pattern NUMBER = Pattern.compile("\\(ffi_jlong\\)\\((\\d+)\\)");
    private static final Pattern PRESENCE = Pattern.compile("FFI_ON\\((.*)\\)");
    private static final Pattern CONSTANT = Pattern.compile("\\(ffi_jlong\\)\\((\\w+)\\)");

    private final AbiTypes types;
    private final Map<String, Long> constants;
    private final Platform platform;

    AbiExpressions(AbiTypes types, Map<String, Long> constants, Platform platform) {
        this.platform = platform;
        this.types = types;
        this.constants = constants;
    }

    long value(String expression) {
        Matcher found = SIZE.matcher(expression);
        if (found.matches()) {
            return types.layout(found.group(1)).size();
        }
        if (found.usePattern(ALIGNMENT).matches()) {
            return types.layout(found.group(1)).alignment();
        }
        if (found.usePattern(OFFSET).matches()) {
            return types.layout(found.group(1)).offsets().get(found.group(2));
        }
        if (found.usePattern(FIELD_SIZE).matches()) {
            return types.fieldSize(found.group(1), found.group(2));
        }
        if (found.usePattern(INTEGER).matches()) {
            Primitive type = types.primitive(found.group(1));
            return types.abi().signed(type)
                    ? -types.abi().size(type)
                    : types.abi().size(type);
        }
        if (found.usePattern(FLOATING).matches()) {
            return floating(types.primitive(found.group(1)));
        }
        if (found.usePattern(NUMBER).matches()) {
            return Long.parseLong(found.group(1));
        }
        if (found.usePattern(PRESENCE).matches()) {
            return names(platform, Set.of(found.group(1).split(" \\| "))) ? 1 : 0;
        }
        if (found.usePattern(CONSTANT).matches() && constants.containsKey(found.group(1))) {
            return constants.get(found.group(1));
        }
        throw new IllegalArgumentException("the rules do not know " + expression);
    }

    /** A system's name stands for its standard platforms. */
    private static boolean names(Platform platform, Set<String> named) {
        return named.contains("FFI_" + platform.name())
                || platform.tier() == Tier.STANDARD
                        && named.contains("FFI_" + platform.os().name());
    }

    /** The size and, above it, the bits of the significand. */
    private long floating(Primitive type) {
        int digits =
                switch (type) {
                    case FLOAT -> 24;
                    case DOUBLE -> 53;
                    case LONG_DOUBLE -> types.abi().longDoubleDigits();
                    default -> throw new IllegalArgumentException("not floating: " + type);
                };
        return types.abi().size(type) | (long) digits << 8;
    }
}
