package io.github.cffi4j.it.contract.signatures;

import io.github.cffi4j.it.contract.signatures.Signature.Callback;
import io.github.cffi4j.it.contract.signatures.Signature.Parameter;
import io.github.cffi4j.it.contract.signatures.Signature.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions of random types, the same for the same seed, as a cdef, as C and as Java. */
final class RandomSignatures {
    private static final int STRUCTS = 12;
    private static final int MAX_FIELDS = 6;
    private static final int MAX_PARAMETERS = 12;

    private static final String HEAD = """
            #include <stdbool.h>
            #include <stddef.h>
            #include <stdint.h>
            #include <string.h>
            static uint64_t kept, seen;
            static const char *const texts[] = { "", "made in C", "zw\\xc3\\xb6lf" };
            static uint64_t mix(uint64_t h, uint64_t v) { h = (h ^ v) * 0x9E3779B97F4A7C15ULL; return h ^ h >> 32; }
            static uint64_t mix_text(uint64_t h, const char *t) { while (*t) h = mix(h, (unsigned char)*t++); return h; }
            static uint64_t bits(double d) { uint64_t b; memcpy(&b, &d, sizeof b); return b; }
            static int64_t kept_value(void) { return (int64_t)kept; }
            static int64_t seen_value(void) { uint64_t now = seen; seen = 0; return (int64_t)now; }
            """;
    private static final String JAVA_HEAD = """
            package signatures;

            import static signatures.Signatures.*;

            import io.github.cffi4j.Pointer;
            import java.nio.charset.StandardCharsets;
            import java.util.List;

            public final class Check {
                private static long mix(long h, long v) { h = (h ^ v) * 0x9E3779B97F4A7C15L; return h ^ h >>> 32; }
                private static long mixText(long h, String t) {
                    for (byte b : t.getBytes(StandardCharsets.UTF_8)) h = mix(h, b & 0xff);
                    return h;
                }
            """;

    private final Random random;
    private final List<Kind.Struct> structs = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();

    RandomSignatures(long seed, int count) {
        this.random = new Random(seed);
        for (int i = 0; i < STRUCTS; i++) {
            structs.add(new Kind.Struct("s" + i, some(1 + random.nextInt(MAX_FIELDS), () -> pick(Scalars.ALL))));
        }
        for (int i = 0; i < count; i++) {
            signatures.add(signature("f" + i));
        }
    }

    String cdef() {
        return Scalars.DECLARATIONS
                + joined(structs, struct -> struct.declaration() + "\n")
                + "int64_t kept_value(void);\nint64_t seen_value(void);\n"
                + joined(signatures, each -> each.declaration() + ";\nint64_t expect_" + each.name() + "(void);\n");
    }

    String c() {
        return HEAD
                + Scalars.DECLARATIONS
                + joined(structs, struct -> struct.declaration() + "\n")
                + joined(signatures, Signature::c);
    }

    String java() {
        return JAVA_HEAD
                + joined(signatures, Signature::java)
                + "    public static void all(List<String> wrong) {\n"
                + joined(signatures, each -> "        " + each.name() + "(wrong);\n")
                + "    }\n}\n";
    }

    private Signature signature(String name) {
        List<Parameter> parameters = some(random.nextInt(MAX_PARAMETERS + 1), this::parameter);
        return new Signature(name, random.nextInt(12) == 0 ? Optional.empty() : Optional.of(result()), parameters);
    }

    /** C has 64 functions for each type of function pointer: a few of them are enough to compile. */
    private Parameter parameter() {
        if (random.nextInt(80) == 0) {
            return new Callback(
                    random.nextInt(6) == 0 ? Optional.empty() : Optional.of(plain(value())),
                    some(random.nextInt(6), () -> plain(value())));
        }
        return plain(random.nextInt(12) == 0 ? new Kind.Text() : value());
    }

    private Kind result() {
        return random.nextInt(12) == 0 ? new Kind.Text() : value();
    }

    private Kind value() {
        return random.nextInt(5) == 0 ? pick(structs) : pick(Scalars.ALL);
    }

    private Plain plain(Kind kind) {
        return new Plain(kind, pick(kind.values()));
    }

    private <T> T pick(List<? extends T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static <T> List<T> some(int count, java.util.function.Supplier<T> maker) {
        return Stream.generate(maker).limit(count).toList();
    }

    private static <T> String joined(List<T> list, Function<T, String> text) {
        return list.stream().map(text).collect(Collectors.joining());
    }
}
