package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;

/**
 * The quickstart is released, up to what would be sent to Maven Central, and that is held against Central's rules. The key is
 * made for the test, and nothing leaves the machine.
 */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class CentralBundleIT {
    private static final String VERSION = "1.0";
    private static final String STEM = "quickstart-" + VERSION;

    /** For 8 platforms; the plan is for two more files of a library's own besides sources and Javadoc. */
    private static final int MOST_FILES = 56;

    /** What an organisation may publish in a month. */
    private static final int FILES_PER_MONTH = 1000;

    private static final double BYTES_PER_MONTH = 80e6;

    private static SigningKey key;
    private static Path folder;
    private static Path bundle;

    @BeforeAll
    static void release(Path work) throws Exception {
        key = SigningKey.make();
        Path checkout = Path.of(TestSettings.property("it.checkout")).toRealPath();
        copy(checkout, work, "pom.xml");
        copy(checkout, work, "examples/pom.xml");
        try (Stream<Path> files = Files.walk(checkout.resolve("examples/quickstart"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = checkout.relativize(file);
                if (!relative.startsWith("examples/quickstart/target")) {
                    copy(checkout, work, relative.toString());
                }
            }
        }
        Path project = work.resolve("examples/quickstart");
        ChildMaven.usual()
                .with("MAVEN_GPG_KEY", key.armored())
                .with("MAVEN_GPG_PASSPHRASE", key.passphrase())
                .run(project, "deploy", "-Prelease", "-DskipTests", "-DskipPublishing=false", "-DskipUpload")
                .succeeded();
        bundle = project.resolve("target/central-publishing/central-bundle.zip");
        folder = unpack(bundle, work.resolve("bundle")).resolve("io/github/cffi4j/quickstart/" + VERSION);
    }

    @Test
    void hasAllFilesAndNoOther() throws Exception {
        List<String> expected = new ArrayList<>();
        for (String suffix : List.of(".pom", ".module", ".jar", "-sources.jar", "-javadoc.jar")) {
            expected.add(STEM + suffix);
        }
        Platform.classifiers(Tier.STANDARD).forEach(classifier -> expected.add(STEM + "-" + classifier + ".jar"));

        assertThat(files(folder).filter(name -> !name.matches(".*\\.(asc|md5|sha1)")))
                .containsExactlyInAnyOrderElementsOf(expected);
        for (String name : expected) {
            assertThat(files(folder)).contains(name + ".asc", name + ".md5", name + ".sha1");
        }
    }

    @Test
    void signaturesAndChecksumsAreRight() throws Exception {
        for (String name : files(folder).filter(file -> file.endsWith(".asc")).toList()) {
            Path signed = folder.resolve(name.replaceAll("\\.asc$", ""));
            assertThat(key.signed(signed, folder.resolve(name))).as(name).isTrue();
        }
        for (String name :
                files(folder).filter(file -> file.matches(".*\\.(md5|sha1)")).toList()) {
            String algorithm = name.endsWith(".md5") ? "MD5" : "SHA-1";
            byte[] content = Files.readAllBytes(folder.resolve(name.replaceAll("\\.(md5|sha1)$", "")));
            assertThat(folder.resolve(name))
                    .hasContent(HexFormat.of()
                            .formatHex(MessageDigest.getInstance(algorithm).digest(content)));
        }
    }

    /** A signature by the right key of other bytes is none: the check above can fail. */
    @Test
    void aChangedFileIsNoLongerSigned() throws Exception {
        Path changed = Files.writeString(folder.getParent().resolve("changed"), "changed");
        assertThat(key.signed(changed, folder.resolve(STEM + ".jar.asc"))).isFalse();
    }

    /** By itself or by its parent, which is published with it. */
    @Test
    void thePomSaysWhatCentralWantsToKnow() throws Exception {
        Document pom = parse(folder.resolve(STEM + ".pom"));
        Document root = parse(Path.of(TestSettings.property("it.checkout")).resolve("pom.xml"));
        XPath path = XPathFactory.newInstance().newXPath();
        for (String wanted : List.of("name", "description")) {
            assertThat(path.evaluate("/project/" + wanted, pom)).as(wanted).isNotBlank();
        }
        for (String wanted : List.of(
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "scm/url",
                "scm/connection")) {
            assertThat(path.evaluate("/project/" + wanted, root)).as(wanted).isNotBlank();
        }
        assertThat(path.evaluate("/project/packaging", pom)).isIn("", "jar");
        assertThat(Files.readString(folder.resolve(STEM + ".pom"))).contains("ffi.natives.linux-x86_64");
    }

    @Test
    void sourcesAndJavadocAreOfThisLibrary() throws IOException {
        assertThat(Jars.files(folder.resolve(STEM + "-sources.jar"))).contains("org/example/weather/Weather.java");
        assertThat(Jars.files(folder.resolve(STEM + "-javadoc.jar")))
                .contains("index.html", "org/example/weather/Weather.html");
    }

    @Test
    void staysBelowTheMonthlyLimits() throws IOException {
        long count;
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            count = zip.stream().filter(entry -> !entry.isDirectory()).count();
        }
        long size = Files.size(bundle);
        System.out.printf(
                Locale.ROOT,
                "quickstart's bundle: %d files, %.2f MB: %.1f %% of a month's files, %.1f %% of its bytes%n",
                count,
                size / 1e6,
                100.0 * count / FILES_PER_MONTH,
                100.0 * size / BYTES_PER_MONTH);
        assertThat(count).isEqualTo(files(folder).count()).isLessThanOrEqualTo(MOST_FILES);
        assertThat(size).isLessThan(1_000_000);
    }

    private static Stream<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    /** A release's version instead of the snapshot's, but for what this very build offers. */
    private static void copy(Path from, Path to, String name) throws IOException {
        Path target = to.resolve(name);
        Files.createDirectories(target.getParent());
        if (!name.endsWith("pom.xml")) {
            Files.copy(from.resolve(name), target);
            return;
        }
        String snapshot = "<version>" + TestSettings.VERSION + "</version>";
        Files.writeString(
                target,
                Files.readString(from.resolve(name))
                        .replace(snapshot, "<version>" + VERSION + "</version>")
                        .replace("<version>${project.version}</version>", snapshot));
    }

    private static Path unpack(Path zip, Path into) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry :
                    file.stream().filter(each -> !each.isDirectory()).toList()) {
                Path target = into.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.copy(file.getInputStream(entry), target);
            }
        }
        return into;
    }

    private static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }
}
