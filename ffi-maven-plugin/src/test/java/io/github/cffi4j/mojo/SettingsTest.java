package io.github.cffi4j.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.compiler.compile.CompilerSettings;
import io.github.cffi4j.compiler.module.OutputTimestamp;
import io.github.cffi4j.compiler.module.PlatformSelection;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the configuration. */
class SettingsTest {
    private static final List<Platform> ALL = Platform.standard();

    @Test
    void allPlatformsWhereNoneIsNamed() {
        assertThat(PlatformSelection.all(List.of())).isEqualTo(ALL);
        assertThat(PlatformSelection.only(null, ALL)).containsExactlyElementsOf(ALL);
        assertThat(PlatformSelection.only(" ", ALL)).containsExactlyElementsOf(ALL);
    }

    @Test
    void namedPlatformsInTheOrderOfTheTable() {
        assertThat(PlatformSelection.all(List.of("windows-x86_64", "linux-x86_64", "linux-x86_64")))
                .containsExactly(Platform.LINUX_X86_64, Platform.WINDOWS_X86_64);
        assertThat(PlatformSelection.only("osx-x86_64, linux-x86_64", ALL))
                .containsExactly(Platform.LINUX_X86_64, Platform.OSX_X86_64);
        assertThat(PlatformSelection.only("host", ALL))
                .containsExactly(Host.current().platform());
    }

    @Test
    void othersAreThereOnlyWhereTheyAreNamed() {
        assertThat(PlatformSelection.all(List.of("linux-riscv64", "standard")))
                .startsWith(ALL.toArray(Platform[]::new))
                .endsWith(Platform.LINUX_RISCV64)
                .hasSize(ALL.size() + 1);
        assertThatThrownBy(() -> PlatformSelection.only("linux-riscv64", ALL))
                .hasMessageStartingWith("ffi.platforms names linux-riscv64, and this module is not for it");
    }

    @Test
    void refusesPlatformsThatThereAreNotOrTheModuleIsNotFor() {
        assertThatThrownBy(() -> PlatformSelection.only("linux-amd64", ALL))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("no such platform: 'linux-amd64'; there are host and linux-x86_64 ");
        assertThatThrownBy(() -> PlatformSelection.only("osx-x86_64", List.of(Platform.LINUX_X86_64)))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("ffi.platforms names osx-x86_64, and this module is not for it; it is for [linux-x86_64]");
    }

    @ParameterizedTest
    @CsvSource({
        "*, linux-x86_64, true",
        "windows-*, windows-aarch_64, true",
        "windows-*, linux-x86_64, false",
        "*-x86_64*, linux-x86_64-musl, true",
        "linux-x86_64, linux-x86_64-musl, false",
        "linux.x86_64, linux-x86_64, false",
    })
    void aStarStandsForAnyCharacters(String pattern, String classifier, boolean matches) throws Exception {
        assertThat(settings(pattern, "X").matches(classifier)).isEqualTo(matches);
    }

    @Test
    void settingsOfSomePlatformsComeBehindThoseOfAll() throws Exception {
        CompilerSettings shared = new CompilerSettings(List.of(), List.of("ALL"), List.of(), List.of(), List.of());
        Map<Platform, CompilerSettings> settings = PlatformSettings.byPlatform(
                ALL, shared, List.of(settings("windows-*", "WIN"), settings("*-aarch_64", "ARM")));
        assertThat(settings).hasSize(8);
        assertThat(settings.get(Platform.WINDOWS_AARCH_64).defines()).containsExactly("ALL", "WIN", "ARM");
        assertThat(settings.get(Platform.OSX_X86_64).defines()).containsExactly("ALL");
    }

    @Test
    void refusesAPatternThatNamesNoPlatform() throws Exception {
        PlatformSettings mistyped = settings("window-*", "WIN");
        assertThatThrownBy(() -> PlatformSettings.byPlatform(ALL, CompilerSettings.none(), List.of(mistyped)))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith(
                        "<platformSettings>: no platform is called 'window-*'; there are linux-x86_64 ");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:20:30Z, 2026-11-22T10:20:30",
        "2026-11-22T10:20:30+02:00, 2026-11-22T08:20:30",
        "1795341630, 2026-11-22T10:00:30",
        "0, 1980-01-01T00:00",
        "1970-01-01T00:00:00Z, 1980-01-01T00:00",
        "x, 1980-01-01T00:00",
        ", 1980-01-01T00:00",
    })
    void readsTheOutputTimestampAsMavenDoes(String text, String time) {
        assertThat(OutputTimestamp.parse(text)).hasToString(time);
    }

    /** Maven sets fields, and so does this. */
    private static PlatformSettings settings(String pattern, String define) throws ReflectiveOperationException {
        PlatformSettings settings = new PlatformSettings();
        set(settings, "platform", pattern);
        set(settings, "defines", List.of(define));
        return settings;
    }

    private static void set(PlatformSettings settings, String name, Object value) throws ReflectiveOperationException {
        Field field = PlatformSettings.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(settings, value);
    }

    @Test
    void auditAndDoctorHaveNoParametersOfTheCompiler() {
        assertThat(new AuditMojo()).isNotInstanceOf(AbstractFfiMojo.class);
        assertThat(new DoctorMojo()).isNotInstanceOf(AbstractFfiMojo.class);
    }
}
