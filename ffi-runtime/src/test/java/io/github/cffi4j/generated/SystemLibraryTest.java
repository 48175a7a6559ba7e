package io.github.cffi4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.generated.CallType.Composite;
import io.github.cffi4j.generated.CallType.Member;
import io.github.cffi4j.generated.CallType.Scalar;
import io.github.cffi4j.platform.OperatingSystem;
import java.io.ByteArrayInputStream;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The facts that a binding without native code has about a library of the user's system. */
class SystemLibraryTest {
    private static final String TABLE = """
            cffi4j-abi 1 fedcba9876543210
            for linux-x86_64 linux-aarch_64
            open libgeo.so.2 libgeo.so
            values 8 -4 144
            names
            for windows-x86_64
            open
            values 0=4 2=-1
            names time=_time64 stat=_stat64
            """;

    @Test
    void theFirstTableIsWhole() throws Exception {
        SymbolTable table = read("linux-aarch_64");
        assertThat(table.fingerprint()).isEqualTo(0xfedcba9876543210L);
        assertThat(table.candidates()).containsExactly("libgeo.so.2", "libgeo.so");
        assertThat(table.values()).containsExactly(8, -4, 144);
        assertThat(table.symbol("time")).isEqualTo("time");
    }

    @Test
    void othersSayWhatDiffers() throws Exception {
        SymbolTable table = read("windows-x86_64");
        assertThat(table.candidates()).isEmpty();
        assertThat(table.values()).containsExactly(4, -4, -1);
        assertThat(table.symbol("time")).isEqualTo("_time64");
        assertThat(table.symbol("labs")).isEqualTo("labs");
    }

    @Test
    void saysWhichPlatformsThereAre() {
        assertThatThrownBy(() -> read("linux-riscv64"))
                .isInstanceOf(NativeLibraryNotFoundException.class)
                .hasMessage("org.example.Geo was not built for linux-riscv64"
                        + "\n  it was built for: linux-x86_64 linux-aarch_64 windows-x86_64"
                        + "\n  what to do:   ask for a build that has this platform");
    }

    @Test
    void typesThatDependOnThePlatformAreInTheTable() {
        long[] windows = {-4, 4, 8 | 53 << 8, 16 | 64 << 8};
        CallShape shape = CallShape.of("!*a t0 t1 g2 > u1", windows);
        assertThat(shape.parameters()).containsExactly(Scalar.ADDRESS, Scalar.INT32, Scalar.UINT32, Scalar.DOUBLE);
        assertThat(shape.result()).isEqualTo(Scalar.UINT8);
        assertThat(shape.fixed()).isNegative();
        assertThat(shape.errno()).isTrue();
        assertThat(shape.critical()).isTrue();
        CallShape nothing = CallShape.of("> v", windows);
        assertThat(nothing.parameters()).isEmpty();
        assertThat(nothing.errno() || nothing.critical()).isFalse();
        assertThatThrownBy(() -> CallShape.of("g3 > v", windows))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("16 bytes");
    }

    @Test
    void structsAreReadWithWhatTheLayoutTells() {
        CallShape shape = CallShape.of("[s0,1;2:t3;1:f*4;5:[u1,1;2:a]] ... > d", new long[] {24, 8, 0, -4, 12, 16});
        assertThat(shape.fixed()).isEqualTo(1);
        assertThat(shape.critical()).isFalse();
        assertThat(shape.parameters())
                .containsExactly(new Composite(
                        false,
                        24,
                        8,
                        List.of(
                                new Member(0, Scalar.INT32, -1),
                                new Member(8, Scalar.FLOAT, 12),
                                new Member(
                                        16,
                                        new Composite(true, 8, 8, List.of(new Member(0, Scalar.ADDRESS, -1))),
                                        -1))));
        assertThat(CallShape.of("*[s0,1;2:f*4] > v", new long[] {12, 4, 0, 0, 12})
                        .critical())
                .isTrue();
    }

    @Test
    void versionsAreComparedNumberByNumber() {
        assertThat(VersionCheck.compare("1.10", "1.9")).isPositive();
        assertThat(VersionCheck.compare("1.2", "1.2.0")).isZero();
        assertThat(VersionCheck.compare("1.2.11", "1.2.13")).isNegative();
        assertThat(VersionCheck.compare("1.2.13-motley", "1.2.13")).isZero();
        assertThat(VersionCheck.compare("", "0.1")).isNegative();
        assertThat(VersionCheck.compare("99999999999999999999", "1")).isPositive();
        assertThat(List.of(">=", "<=", "==")).allSatisfy(operator -> assertThat(VersionCheck.holds(0, operator))
                .isTrue());
        assertThat(List.of(">", "<", "!=")).allSatisfy(operator -> assertThat(VersionCheck.holds(0, operator))
                .isFalse());
        assertThat(VersionCheck.holds(1, ">") && VersionCheck.holds(-1, "<") && VersionCheck.holds(1, "!="))
                .isTrue();
    }

    @Test
    void asksEachSystemByItsRules() {
        assertThat(SystemNames.of(OperatingSystem.LINUX, "libz.so.1")).containsExactly("libz.so.1");
        assertThat(SystemNames.of(OperatingSystem.OSX, "libz.1.dylib"))
                .containsExactly(
                        "/usr/lib/libz.1.dylib", "/opt/homebrew/lib/libz.1.dylib", "/usr/local/lib/libz.1.dylib");
        assertThat(SystemNames.of(OperatingSystem.OSX, "/usr/lib/libz.1.dylib"))
                .isEqualTo(List.of("/usr/lib/libz.1.dylib"));
        assertThat(SystemNames.of(OperatingSystem.WINDOWS, "zlib1.dll"))
                .singleElement()
                .asString()
                .endsWith("\\System32\\zlib1.dll");
    }

    /** The classes of a test are those for Java 17, which ask nobody. */
    @Test
    void aDoctorSaysWhatWouldBeTried() {
        assertThat(SystemLibrary.attempts(MethodHandles.lookup(), "geo", List.of("/opt/libgeo.so.2", "/opt/libgeo.so")))
                .containsExactly(
                        "/opt/libgeo.so.2: not tried, since Java "
                                + Runtime.version().feature() + " has no java.lang.foreign",
                        "/opt/libgeo.so: not tried, since Java "
                                + Runtime.version().feature() + " has no java.lang.foreign");
    }

    private static SymbolTable read(String classifier) throws Exception {
        return SymbolTable.read(
                new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8)), classifier, "org.example.Geo");
    }
}
