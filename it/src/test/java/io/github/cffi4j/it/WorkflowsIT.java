package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs on somebody else's machines with our name on it, and what the archetype gives to others (fault 35). */
@ExtendWith(WorkFolder.class)
class WorkflowsIT {
    private static final Path CHECKOUT = Path.of(TestSettings.property("it.checkout"));
    private static final Path OURS = CHECKOUT.resolve(".github");
    private static final Path ARCHETYPE =
            CHECKOUT.resolve("ffi-library/src/main/resources/archetype-resources/.github");

    /** A tag can be moved to other code by whoever owns the action, or breaks into it; a commit cannot. */
    private static final Pattern PINNED = Pattern.compile("(\\./\\S+|[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v[0-9][\\w.]*)");

    private static final Pattern USES = Pattern.compile("^\\s*(?:- )?[\"']?uses[\"']?\\s*:\\s*(.*?)\\s*$");

    /** As text: a path as a parameter is the work folder. */
    static List<String> workflows() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path root : List.of(OURS, ARCHETYPE)) {
            try (Stream<Path> files = Files.walk(root)) {
                files.map(Path::toString)
                        .filter(file -> file.matches(".*\\.ya?ml"))
                        .forEach(found::add);
            }
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(4);
        return found;
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyActionIsPinnedByTheHashOfACommit(String workflow) throws IOException {
        assertThat(uses(Files.readAllLines(Path.of(workflow)))).isNotEmpty().allSatisfy(action -> assertThat(action)
                .matches(PINNED));
    }

    @Test
    void anActionThatIsNotPinnedIsNoticed() {
        List<String> lines = List.of(
                "      - uses: actions/checkout@v4",
                "        uses: 'actions/checkout@main'",
                "      - uses: actions/checkout@11bd719 # v4.2.2",
                "      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
                "      - uses: docker://alpine:3.22");

        assertThat(uses(lines)).hasSize(lines.size()).noneMatch(action -> PINNED.matcher(action)
                .matches());
    }

    /** Not whole jobs and workflows, and no step that runs a build, whose plugins would see it. */
    @ParameterizedTest
    @MethodSource("workflows")
    void onlyTheStepThatSignsKnowsTheKey(String workflow) throws IOException {
        String text = Files.readString(Path.of(workflow));
        String[] jobs = text.split("(?m)^  (?=[\\w-]+:$)");
        for (String job : jobs) {
            String[] steps = job.split("(?m)^      (?=- )");
            assertThat(steps[0]).doesNotContain("secrets.");
            for (String step : steps) {
                if (step.contains("secrets.")) {
                    assertThat(steps[0]).containsPattern("(?m)^    environment: release$");
                    assertThat(step).doesNotContain("mvn");
                }
                if (step.contains("secrets.MAVEN_GPG")) {
                    assertThat(step).containsPattern("(?m)^        run: \\S*( ?\\S*/)?sign-bundle \\S+ \\S+$");
                }
            }
        }
        if (workflow.endsWith("release.yml")) {
            assertThat(text.split("secrets\\.MAVEN_GPG_KEY", -1)).hasSize(2);
            assertThat(text).contains("-Dgpg.skip");
        }
    }

    /** Checksums and signatures are of these files. */
    @Test
    void allFilesOfAReleaseAreAttested() throws IOException {
        for (Path root : List.of(OURS, ARCHETYPE)) {
            assertThat(Files.readString(root.resolve("workflows/release.yml")))
                    .containsPattern("subject-path: \\|\n +(\\S+)/\\*\\*/\\*\\.jar\n +\\1/\\*\\*/\\*\\.pom\n"
                            + " +\\1/\\*\\*/\\*\\.module\n");
        }
    }

    @Test
    void theArchetypeSignsAsWeDo() throws IOException {
        assertThat(ARCHETYPE.resolve("sign-bundle"))
                .hasSameTextualContentAs(CHECKOUT.resolve(".ci/release/sign-bundle"));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "releases are signed on Linux")
    void aBundleIsSigned(Path work) throws Exception {
        SigningKey key = SigningKey.make();
        Path unsigned = work.resolve("unsigned.zip");
        List<String> files = List.of("org/example/geo/1.0/geo-1.0.jar", "org/example/geo/1.0/geo-1.0.pom");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unsigned))) {
            for (String file : files) {
                for (String suffix : List.of("", ".md5", ".sha1")) {
                    zip.putNextEntry(new ZipEntry(file + suffix));
                    zip.write((file + suffix).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        Path signed = work.resolve("signed.zip");
        ProcessBuilder command = new ProcessBuilder(
                        "bash",
                        CHECKOUT.resolve(".ci/release/sign-bundle").toString(),
                        unsigned.toString(),
                        signed.toString())
                .redirectErrorStream(true);
        command.environment().put("MAVEN_GPG_KEY", key.armored());
        command.environment().put("MAVEN_GPG_PASSPHRASE", key.passphrase());

        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        try (ZipFile zip = new ZipFile(signed.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).hasSize(8);
            for (String file : files) {
                Path content = Files.write(work.resolve("file"), read(zip, file));
                Path signature = Files.write(work.resolve("file.asc"), read(zip, file + ".asc"));
                assertThat(content).hasContent(file);
                assertThat(key.signed(content, signature)).as(file).isTrue();
            }
        }
    }

    private static byte[] read(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }

    private static List<String> uses(List<String> lines) {
        return lines.stream()
                .map(USES::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }
}
