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
                This page lists the platforms on which the tests run, and how. `.ci/platforms` runs the jars of the build, unchanged, on each
                platform that one Linux x86_64 machine can run. Each way to do so is a leg, a row of the table. A leg runs the programs of the
                examples and the whole contract suite: `it-contract`, over a thousand cases of calls, structs, callbacks, memory and text. It
                fails if it does not run, or if it runs another number of cases than the others. Windows' last error is tested on
                Windows; on all other platforms the cases check that it is refused.

                Some tests run only on the machine that builds, with JNI and FFM:
                - the random signatures of `SignaturesIT`, which are compiled during the test;
                - the tests of class archives and of native-image's metadata;
                - tests that start JVMs of their own (redeploying, a missing library).

                | platform | compiled | audited | layouts | run by | Java | way into C | cases |
                |---|---|---|---|---|---|---|---|
                %s

                *Layouts*: a test reads every size, offset and constant of the contract's structs from the library's bytes. It compares them
                with values computed from the rules of the platform's ABI (`long`, `wchar_t`, `long double`, bitfields, packing, `errno`).

                ## More platforms, by name
                A library supports these platforms only if its author names them:
                `<platforms><platform>standard</platform><platform>linux-riscv64</platform></platforms>`. `.ci/more-platforms` builds the
                contract suite and the quickstart for them, and runs or reads them in the same way.

                | platform | runs on | compiled | audited | layouts | run by | Java | way into C | cases |
                |---|---|---|---|---|---|---|---|---|
                %s

                ## What is not run here
                | platform | what | why | instead |
                |---|---|---|---|
                %s

                qemu emulates the processor, but not its memory ordering, and Wine is another implementation of Windows. The hosted runners
                of `.github/workflows` test what only real hardware and real systems show.
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
