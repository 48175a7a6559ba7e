package io.github.cffi4j.it.platforms;

import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes docs/platforms.md. What it says has been tried by the tests beside this class each time {@code .ci/platforms} passes. */
final class PlatformsPage {
    private PlatformsPage() {}

    static String text() {
        return String.format(Locale.ROOT, """
                # Where the libraries run

                <!-- Written by PlatformsPageIT from the legs that .ci/platforms runs. Do not edit. -->
                `.ci/platforms` takes the jars of the build, unchanged, to each platform that one Linux x86_64 machine can run. There
                it runs the contract suite (`it-contract`: over a thousand cases of calls, structs, callbacks, memory, text), all of
                it, and the programs of the examples. A leg that does not run, or runs another number of cases than the others, is
                a failure. What one system alone has, Windows' last error, is tried where it is, and elsewhere seen to be refused. The random
                signatures of `SignaturesIT` are compiled while they are tested, so they run on the build's own machine alone, by JNI and FFM;
                so do those of class archives, of what native-image is told, and of JVMs started for the purpose (redeploying, a missing library).

                | platform | compiled | audited | layouts | run by | Java | way into C | cases |
                |---|---|---|---|---|---|---|---|
                %s

                *Layouts*: every size, offset and constant of the contract's structs, read from the library's bytes, is what the
                platform's ABI says, computed from its rules (`long`, `wchar_t`, `long double`, bitfields, packing, `errno`).

                ## More platforms, by name
                A library is for these where its author names them: `<platforms><platform>standard</platform>
                <platform>linux-riscv64</platform></platforms>`. `.ci/more-platforms` builds the contract suite and the quickstart for
                them and runs, or reads, them in the same way.

                | platform | runs on | compiled | audited | layouts | run by | Java | way into C | cases |
                |---|---|---|---|---|---|---|---|---|
                %s

                ## What is not run here
                | platform | what | why | instead |
                |---|---|---|---|
                %s

                qemu emulates the processor and not its memory ordering; Wine is a rewriting of Windows. What only real hardware and
                real systems show is for the hosted runners of `.github/workflows`.
                """, rows(), more(), gaps());
    }

    private static String rows() {
        return Platform.standard().stream()
                .flatMap(platform -> rows(platform, ""))
                .collect(Collectors.joining("\n"));
    }

    private static String more() {
        return Platform.of(Tier.BY_NAME).stream()
                .flatMap(platform -> rows(platform, " " + platform.floor() + " and later |"))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> rows(Platform platform, String floor) {
        List<String> legs = Leg.ALL.stream()
                .filter(leg -> leg.platform() == platform)
                .map(leg -> String.format(
                        Locale.ROOT,
                        "%s | %s, %d | %s | %s",
                        leg.surroundings().description(),
                        leg.jvm(),
                        leg.java(),
                        leg.backend(),
                        leg.cases()))
                .sorted()
                .toList();
        return (legs.isEmpty() ? Stream.of("not run here | | | none") : legs.stream())
                .map(leg -> String.format(Locale.ROOT, "| `%s` |%s yes | yes | yes | %s |", platform, floor, leg));
    }

    private static String gaps() {
        return Gap.ALL.stream()
                .map(gap -> String.format(
                        Locale.ROOT, "| `%s` | %s | %s | %s |", gap.platform(), gap.what(), gap.why(), gap.instead()))
                .collect(Collectors.joining("\n"));
    }
}
