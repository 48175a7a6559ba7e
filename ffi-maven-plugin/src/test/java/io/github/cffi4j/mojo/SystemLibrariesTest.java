package io.github.cffi4j.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.emit.LibraryCheck;
import io.github.cffi4j.compiler.emit.SystemRequirements;
import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The names of libraries of the user's system, and what is asked of them. */
class SystemLibrariesTest {
    @Test
    void theLongestKeyCounts() {
        SystemLibraries libraries = new SystemLibraries(
                Map.of("linux", "liba.so.1, liba.so", "linux-x86_64-musl", "libmusl.so.1"), BindingMode.ABI);
        assertThat(libraries.on(Platform.LINUX_X86_64)).containsExactly("liba.so.1", "liba.so");
        assertThat(libraries.on(Platform.LINUX_X86_64_MUSL)).containsExactly("libmusl.so.1");
        assertThat(libraries.on(Platform.WINDOWS_X86_64)).isEmpty();
    }

    @Test
    void demandsAreOfALibraryOfTheSystem() {
        assertThat(new SystemLibraries(Map.of(), BindingMode.ABI)
                        .required(List.of("a*"), List.of("version() > 3"))
                        .names())
                .containsExactly("a*");
        assertThatThrownBy(() -> new SystemLibraries(Map.of(), BindingMode.API).required(List.of("a"), List.of()))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("<requiredNames> asks a library of the user's system, and <systemLibraries> names none");
        assertThat(new SystemLibraries(Map.of("linux", "libgeo.so.2"), BindingMode.API)
                        .required(List.of("a*"), List.of("version() > 3")))
                .isEqualTo(SystemRequirements.of(List.of("a*"), List.of(LibraryCheck.of("version() > 3"))));
        assertThatThrownBy(() ->
                        new SystemLibraries(Map.of(), BindingMode.API).required(List.of(), List.of("version() > 3")))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("<libraryChecks> asks a library of the user's system, and <systemLibraries> names none");
    }

    @Test
    void theDoctorNamesTheLibraryOfThisMachine() {
        String os = Host.current().platform().classifier().replaceFirst("-.*", "");
        assertThat(new SystemLibraries(Map.of(os, "/opt/libgeo"), BindingMode.ABI).report("geo", "geo"))
                .hasSize(2)
                .first()
                .isEqualTo("the library of the system that geo calls here:");
        assertThat(new SystemLibraries(Map.of(os, "/opt/libgeo"), BindingMode.ABI).report("geo", "geo"))
                .last()
                .asString()
                .startsWith("  /opt/libgeo: ");
        assertThat(new SystemLibraries(Map.of(), BindingMode.ABI).report("geo", "geo"))
                .containsExactly("the library of the system that geo calls here: the C library");
        assertThat(new SystemLibraries(Map.of(), BindingMode.API).report("geo", "geo"))
                .isEmpty();
    }
}
