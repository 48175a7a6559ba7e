package io.github.cffi4j.it.platforms;

import io.github.cffi4j.cdef.CType;
import io.github.cffi4j.cdef.Declaration;
import io.github.cffi4j.cdef.ParsedCdef;
import io.github.cffi4j.cdef.Primitive;
import io.github.cffi4j.cdef.Span;
import io.github.cffi4j.cdef.layout.CompositeLayout;
import io.github.cffi4j.cdef.layout.Layouts;
import io.github.cffi4j.cdef.layout.UnknownLayoutException;
import io.github.cffi4j.cdef.model.Scope;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of the C expressions that a library's table has, by the rules of cdef.layout: no compiler is asked. */
final class RuledValues {
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

    /** In the place of what the platform lacks. */
    private static final String LACKING = "0";

    private final Platform platform;
    private final Layouts layouts;
    private final Map<String, Declaration.Composite> composites = new HashMap<>();
    private final Map<String, Long> constants;
    private final Span anywhere;

    RuledValues(ParsedCdef cdef, Platform platform) {
        this.platform = platform;
        Scope scope = new Scope(cdef, new ArrayList<>());
        this.layouts = new Layouts(scope, platform);
        scope.ownComposites().forEach(each -> composites.put(scope.cName(each.kind(), each.name()), each));
        this.anywhere = cdef.declarations().get(0).nameSpan();
        this.constants = constants(platform);
    }

    long value(String expression) throws UnknownLayoutException {
        Matcher found = SIZE.matcher(expression);
        if (found.matches()) {
            return layout(found.group(1)).size();
        }
        if (found.usePattern(ALIGNMENT).matches()) {
            return layout(found.group(1)).alignment();
        }
        if (found.usePattern(OFFSET).matches()) {
            return field(found.group(1), found.group(2)).offset();
        }
        if (found.usePattern(FIELD_SIZE).matches()) {
            return field(found.group(1), found.group(2)).size();
        }
        if (found.usePattern(INTEGER).matches()) {
            CType type = type(found.group(1));
            long size = layouts.of(type).size();
            return layouts.signed(type).orElseThrow() ? -size : size;
        }
        if (found.usePattern(FLOATING).matches()) {
            return floating(type(found.group(1)));
        }
        if (found.usePattern(NUMBER).matches()) {
            return Long.parseLong(found.group(1));
        }
        if (expression.equals(LACKING)) {
            return 0;
        }
        if (found.usePattern(PRESENCE).matches()) {
            return on(platform, found.group(1)) ? 1 : 0;
        }
        if (found.usePattern(CONSTANT).matches()) {
            Long headers = constants.get(found.group(1));
            return headers != null
                    ? headers
                    : layouts.value(found.group(1)).orElseThrow().longValueExact();
        }
        throw new IllegalArgumentException("the rules do not know " + expression);
    }

    private CompositeLayout layout(String composite) throws UnknownLayoutException {
        return layouts.of(composites.get(composite));
    }

    private CompositeLayout.Field field(String composite, String name) throws UnknownLayoutException {
        return layout(composite).field(name).orElseThrow();
    }

    private CType type(String name) {
        for (Primitive primitive : Primitive.values()) {
            if (primitive.spelling().equals(name)) {
                return new CType.Keyword(primitive, Set.of(), anywhere);
            }
        }
        return new CType.Named(name, Set.of(), anywhere);
    }

    /** The value of {@code FFI_ON}: a system's name stands for its standard platforms. */
    static boolean on(Platform platform, String platforms) {
        Set<String> named = Set.of(platforms.split(" \\| "));
        return named.contains("FFI_" + platform.name())
                || platform.tier() == Tier.STANDARD
                        && named.contains("FFI_" + platform.os().name());
    }

    /** The size and, above it, the bits of the significand. */
    private long floating(CType type) throws UnknownLayoutException {
        int digits =
                switch (((CType.Keyword) type).primitive()) {
                    case FLOAT -> 24;
                    case DOUBLE -> 53;
                    case LONG_DOUBLE -> platform.longDoubleDigits();
                    default -> throw new IllegalArgumentException("not floating: " + type);
                };
        return layouts.of(type).size() | (long) digits << 8;
    }

    /** The constants of the C libraries' headers. */
    private static Map<String, Long> constants(Platform platform) {
        OperatingSystem os = platform.os();
        boolean bsd = os == OperatingSystem.OSX || os == OperatingSystem.FREEBSD;
        int bits = Byte.SIZE * platform.wideCharacterBytes() - (platform.signedWideCharacters() ? 1 : 0);
        return Map.of(
                "ENOENT", 2L,
                "ERANGE", 34L,
                "LONG_MAX", platform.longBytes() == Long.BYTES ? Long.MAX_VALUE : Integer.MAX_VALUE,
                "CHAR_MIN", platform.signedChar() ? -128L : 0L,
                "WCHAR_MAX", (1L << bits) - 1,
                "EAGAIN", bsd ? 35L : 11L,
                "EDEADLK", os == OperatingSystem.LINUX ? 35L : bsd ? 11L : 36L,
                "ENAMETOOLONG", os == OperatingSystem.LINUX ? 36L : bsd ? 63L : 38L);
    }
}
