package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for users quotes what the loader really says, and leaves nothing out. */
class TroubleshootingPageTest {
    private static final Path FILE = Path.of("/cache/libgeo.so");
    private static final Host HOST = FakeSurroundings.host("Linux", "amd64");
    private static final Host ROSETTA = FakeSurroundings.host(
            "Mac OS X", "x86_64", "", Map.of("/Library/Apple/usr/libexec/oah/libRosettaRuntime", ""));

    /** What the systems' loaders say. */
    private static final List<String> WORDS = List.of(
            "version `GLIBC_2.38' not found",
            "libcurl.so.4: cannot open shared object file: No such file or directory",
            "Can't find dependent libraries",
            "Error loading shared library libc.so.6: No such file or directory",
            "libc.musl-x86_64.so.1: cannot open shared object file: No such file or directory",
            "wrong ELF class: ELFCLASS32",
            "invalid ELF header",
            "undefined symbol: geo_area",
            "failed to map segment from shared object",
            "words nobody knows");

    @TempDir
    Path folder;

    private List<String> quotations;

    @BeforeEach
    void readPage() throws IOException {
        quotations = Files.readAllLines(Path.of("../docs/troubleshooting.md")).stream()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
    }

    @Test
    void everyMessageIsOnThePage() throws Exception {
        assertThat(messages()).allSatisfy(message -> assertThat(quotations)
                .anySatisfy(quotation -> assertThat(message).contains(quotation)));
    }

    @Test
    void everyQuotationIsOfAMessage() throws Exception {
        List<String> messages = messages();
        assertThat(quotations).isNotEmpty().allSatisfy(quotation -> assertThat(messages)
                .anySatisfy(message -> assertThat(message).contains(quotation)));
    }

    private List<String> messages() throws Exception {
        List<String> messages = new ArrayList<>();
        WORDS.forEach(words -> messages.add(advice(words, HOST)));
        messages.add(advice("incompatible architecture", ROSETTA));
        PublishedLibrary published = PublishedLibrary.in(folder.resolve("jars"));
        try (URLClassLoader classPath = published.open()) {
            Class<?> geo = classPath.loadClass(Geo.class.getName());
            LibraryManifest manifest = LibraryManifest.find(geo, "geo").orElseThrow();
            PinnedLibrary library = new PinnedLibrary(
                    geo,
                    "geo",
                    Platform.LINUX_X86_64.classifier(),
                    manifest,
                    PublishedLibrary.DIGEST,
                    new FakeSurroundings(folder));
            Refusal refusal = Refusal.of(FILE, new UnsatisfiedLinkError("invalid ELF header"), HOST);
            List.of(
                            LoadReports.unlisted(geo, "geo", HOST),
                            LoadReports.unavailable(geo, "geo", "osx-x86_64", manifest, HOST),
                            LoadReports.otherContract(geo, 2, HOST),
                            LoadReports.otherContract(geo, 0, HOST),
                            LoadReports.missing(library),
                            LoadReports.unexpected(library, List.of("another")),
                            LoadReports.refused(library, List.of()),
                            LoadReports.denied(geo, HOST, new IllegalCallerException("no")),
                            LoadReports.chosenRefused(
                                    geo, "geo", new ChosenLibrary(FILE, "-Dcffi4j.geo.path=x"), refusal, HOST))
                    .forEach(error -> messages.add(error.getMessage()));
            messages.add(LoadReports.failed(geo, "geo", new IllegalStateException("it is so"), HOST)
                    .getMessage());
            for (String bindings : List.of("", "bindings=loader.Geo\n", "bindings=a.A b.B c.C d.D e.E f.F\n")) {
                published.pin(bindings);
                messages.add(LoadReports.otherLibrary(
                                geo, "geo", new UnsatisfiedLinkError("ffi_layout"), new FakeSurroundings(folder))
                        .getMessage());
            }
        }
        Path open = Files.createDirectory(folder.resolve("open"));
        messages.add(refusalOf(() -> {
            assertThat(open.toFile().setWritable(true, false)).isTrue();
            PrivateFolder.open(open, new CurrentUser(FileFacts.of(open).owner(), "ada"));
        }));
        messages.add(PrivateFolder.foreign("eve", new CurrentUser(4711, "ada")));
        return messages;
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static String refusalOf(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            return e.getMessage();
        }
        throw new AssertionError("it was accepted");
    }

    private static String advice(String words, Host host) {
        return Refusal.of(FILE, new UnsatisfiedLinkError(words), host).cause().advice();
    }
}
