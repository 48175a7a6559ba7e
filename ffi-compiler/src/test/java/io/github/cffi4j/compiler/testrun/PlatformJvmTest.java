package io.github.cffi4j.compiler.testrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformJvmTest {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    @Test
    void readsItsPlatformFromItsLibrary() throws Exception {
        PlatformJvm ofFolder = PlatformJvm.of(JvmSetting.parse(JAVA_HOME.toString()));

        assertThat(ofFolder.platform()).isEqualTo(Host.current().platform());
        assertThat(ofFolder.home()).contains(JAVA_HOME.toRealPath());
        assertThat(PlatformJvm.of(JvmSetting.parse(ofFolder.java().toString()))).isEqualTo(ofFolder);
    }

    @Test
    void takesTheWordOfTheUserForAScript() throws Exception {
        Path script = Files.writeString(folder.resolve("java-in-wine"), "#!/bin/sh\n");

        assertThat(PlatformJvm.of(JvmSetting.parse("windows-x86_64=" + script)).platform())
                .isEqualTo(Platform.WINDOWS_X86_64);
        assertThatThrownBy(() -> PlatformJvm.of(JvmSetting.parse(script.toString())))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("<jvms>: nothing tells for which platform " + script + " is\n"
                        + "  fix: put the platform in front: linux-aarch_64=" + script);
    }

    @Test
    void refusesWhatIsNoJvm() {
        assertThatThrownBy(() -> PlatformJvm.of(JvmSetting.parse(folder.toString())))
                .hasMessage("<jvms>: there is no bin/java in " + folder);
        assertThatThrownBy(() ->
                        PlatformJvm.of(JvmSetting.parse(folder.resolve("none").toString())))
                .hasMessage("<jvms>: there is no " + folder.resolve("none"));
        assertThatThrownBy(() -> JvmSetting.parse("linux-sparc=/opt/jdk"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith(
                        "<jvms>: no such platform: 'linux-sparc' of 'linux-sparc=/opt/jdk'; there are ");
    }

    @Test
    void aTestClassIsFoundByItsName() throws Exception {
        for (String name : List.of("a/GeoTest", "a/GeoTest$1", "a/TestGeo", "a/GeoTests", "a/GeoIT", "a/Helper")) {
            Path file = folder.resolve(name + ".class");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }

        assertThat(Suites.in(folder, List.of()).testClasses()).containsExactly("a.GeoTest", "a.GeoTests", "a.TestGeo");
        assertThat(Suites.in(folder, List.of("*IT", "Geo*s")).testClasses()).containsExactly("a.GeoIT", "a.GeoTests");
        assertThatThrownBy(() -> Suites.in(folder, List.of("No.Such")).testClasses())
                .hasMessage("no test classes in " + folder + " match No.Such\n"
                        + "  fix: run a phase that compiles them before: mvn package ffi:test");
    }
}
