package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The headers that generated C includes. Their text about platforms is made from the table of platforms. */
public final class SupportHeaders {
    /** All of them. */
    public static final List<String> GLUE =
            List.of("ffi_glue.h", "ffi_callbacks.h", "ffi_after_preamble.h", "ffi_errors.h");

    /** The one that probes include. */
    public static final String PROBE = "ffi_after_preamble.h";

    /** Lines of the resources that stand for such text. */
    private static final String PLATFORMS = "/* @platforms */\n";

    private static final String REGISTERS = "/* @registers */\n";

    private SupportHeaders() {}

    /** The text of one of them. */
    public static String text(String header) throws IOException {
        try (InputStream resource = SupportHeaders.class.getResourceAsStream(header)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return filled(filled(text, PLATFORMS, SupportHeaders::platforms), REGISTERS, SupportHeaders::registers);
        }
    }

    private static String filled(String text, String line, Supplier<String> lines) {
        return text.contains(line) ? text.replace(line, lines.get()) : text;
    }

    /** A bit for each platform, names for the standard ones of a system, and which it is. */
    private static String platforms() {
        StringBuilder text = new StringBuilder();
        for (Platform platform : Platform.values()) {
            text.append("#define FFI_").append(platform.name()).append(" 0x");
            text.append(Integer.toHexString(1 << platform.ordinal())).append('\n');
        }
        text.append("/* The name of a system stands for the platforms that a library is built for by default. */\n");
        for (OperatingSystem os : OperatingSystem.values()) {
            String standard = Platform.standard().stream()
                    .filter(platform -> platform.os() == os)
                    .map(platform -> "FFI_" + platform.name())
                    .collect(Collectors.joining(" | "));
            if (!standard.isEmpty()) {
                text.append("#define FFI_").append(os.name()).append(" (");
                text.append(standard).append(")\n");
            }
        }
        Map<String, String> choices = new LinkedHashMap<>();
        for (Platform platform : Platform.values()) {
            choices.put(condition(platform), "#define FFI_PLATFORM FFI_" + platform.name() + "\n");
        }
        return text + chain(choices, "#error \"cffi4j has no such platform\"\n");
    }

    /** The number of registers for variadic arguments, and the arguments in those that are left of them. */
    private static String registers() {
        Map<List<Integer>, List<Platform>> groups = Arrays.stream(Platform.values())
                .filter(platform -> platform.variadicIntegerRegisters() > 0)
                .collect(Collectors.groupingBy(
                        platform -> List.of(platform.variadicIntegerRegisters(), platform.variadicFloatRegisters()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<String, String> choices = new LinkedHashMap<>();
        groups.forEach((counts, platforms) -> choices.put(
                condition(platforms),
                "#define FFI_INTEGER_REGISTERS " + counts.get(0) + "\n#define FFI_FLOAT_REGISTERS " + counts.get(1)
                        + "\n"));
        return chain(choices, "#define FFI_INTEGER_REGISTERS 0\n#define FFI_FLOAT_REGISTERS 0\n")
                + left("INTEGER", "ffi_integers", Platform::variadicIntegerRegisters)
                + left("FLOAT", "ffi_floats", Platform::variadicFloatRegisters);
    }

    private static String left(String kind, String array, ToIntFunction<Platform> registers) {
        Set<Integer> counts = Arrays.stream(Platform.values())
                .mapToInt(registers)
                .filter(count -> count > 0)
                .boxed()
                .collect(Collectors.toCollection(LinkedHashSet::new));
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, String> choices = new LinkedHashMap<>();
        counts.forEach(count -> choices.put("FFI_" + kind + "_REGISTERS == " + count, left(kind, array, count, most)));
        return "\n" + chain(choices, left(kind, array, 0, most));
    }

    private static String left(String kind, String array, int count, int most) {
        return IntStream.rangeClosed(0, most)
                .mapToObj(taken -> "#define FFI_" + kind + "S_AFTER_" + taken + "(v)"
                        + IntStream.range(0, count - taken)
                                .mapToObj(i -> (i == 0 ? " , " : ", ") + "(v)." + array + "[" + i + "]")
                                .collect(Collectors.joining())
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String chain(Map<String, String> choices, String otherwise) {
        StringBuilder text = new StringBuilder();
        choices.forEach((condition, then) -> text.append(text.isEmpty() ? "#if " : "#elif ")
                .append(condition)
                .append('\n')
                .append(then));
        return text + "#else\n" + otherwise + "#endif\n";
    }

    /** The condition that the compiler compiles for a platform, once it has read a header of the C library. */
    private static String condition(Platform platform) {
        String machine = machine(platform);
        return switch (platform.libc()) {
            case GLIBC -> machine + " && defined(__GLIBC__)";
            case MUSL -> machine + " && !defined(__GLIBC__)";
            case LIBSYSTEM, UCRT, FREEBSD -> machine;
        };
    }

    /** The condition that the compiler compiles for one of some platforms, by its own macros only. */
    private static String condition(List<Platform> platforms) {
        List<String> machines = new ArrayList<>();
        Map<Architecture, List<Platform>> byArchitecture = platforms.stream()
                .collect(Collectors.groupingBy(Platform::arch, LinkedHashMap::new, Collectors.toList()));
        byArchitecture.forEach((architecture, some) -> {
            List<Platform> all = Arrays.stream(Platform.values())
                    .filter(platform -> platform.arch() == architecture)
                    .toList();
            if (some.containsAll(all)) {
                machines.add("defined(" + architecture.macro() + ")");
            } else {
                some.stream().map(SupportHeaders::machine).distinct().forEach(machines::add);
            }
        });
        return machines.size() == 1
                ? machines.get(0)
                : machines.stream().map(machine -> "(" + machine + ")").collect(Collectors.joining(" || "));
    }

    private static String machine(Platform platform) {
        return "defined(" + platform.os().macro() + ") && defined("
                + platform.arch().macro() + ")";
    }
}
