package io.github.cffi4j.audit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.platform.Libc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyParserTest {
    private static final String ALL_CHECKS =
            "fail " + Arrays.stream(Check.values()).map(Check::id).collect(Collectors.joining(" ")) + "\n";
    private static final String WHOLE = "for linux-glibc\n" + ALL_CHECKS + "size 1 MB\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Libc.class)
    void thePoliciesOfThePluginAreRead(Libc libc) {
        Policy policy = Policies.of(libc);
        assertThat(policy.libraries()).anyMatch(rule -> rule.refusal().isEmpty());
        assertThat(policy.system()).isEqualTo(libc);
        assertThat(policy.level(Check.EXPORT)).isEqualTo(Level.FAIL);
        assertThat(policy.sizeBudget()).isEqualTo(10_000_000);
    }

    @Test
    void aFloorMayBeOfAMachine() {
        Policy policy = Policies.of(Libc.GLIBC);
        assertThat(policy.floor("GLIBC", "x86_64")).hasToString("Optional[2.17]");
        assertThat(policy.floor("GLIBC", "riscv64")).hasToString("Optional[2.27]");
        assertThat(policy.floor("OPENSSL", "x86_64")).isEmpty();
    }

    @Test
    void aLibraryMayBeNeededAndRefusedWithItsLikes() {
        Policy policy = Policies.of(Libc.UCRT);
        assertThat(policy.rule("KERNEL32.dll").orElseThrow().refusal()).isEmpty();
        assertThat(policy.rule("msvcrt.dll").orElseThrow().refusal()).isEmpty();
        assertThat(policy.rule("VCRUNTIME140D.dll").orElseThrow().refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("debug run time"));
        assertThat(policy.rule("libgeo.dll")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fial relro          | 4:1  | unknown keyword 'fial'",
                "warn relro          | 4:6  | check 'relro' has a level already",
                "warn  relrow # why  | 4:7  | there is no check 'relrow'",
                "warn                | 4:1  | 'warn' has no value",
                "floor GLIBC         | 4:1  | 'floor' takes a name, a version and, if it is for one only, a machine",
                "floor GLIBC two     | 4:13 | 'two' is not a version",
                "floor GLIBC 2.17 i8 | 4:18 | there is no machine 'i8'",
                "refuses libgcc      | 4:1  | 'refuses' takes the name of a library and a reason",
                "size 10 GB          | 4:6  | '10 GB' is not a size",
                "size 10             | 4:1  | 'size' takes 2 values, not 1",
                "size 10 MB          | 4:1  | 'size' is given already",
                "names any-case      | 4:7  | 'names' has the value 'ignore-case' only",
                "for osx             | 4:1  | 'for' is given already in line 1",
            })
    void whatCannotBeMeantIsRefused(String line, String place, String message) {
        assertThatThrownBy(() -> parse(WHOLE + line + "\n"))
                .isInstanceOf(PolicyException.class)
                .message()
                .startsWith("folder/own.policy:" + place + ": " + message + "\n")
                .contains("\n    4 | " + line + "\n", "^", "\n  fix: ");
    }

    @Test
    void anErrorShowsItsLineAndWhatToDo() {
        assertThatThrownBy(() -> parse("extends linux-glibc\n\twarn relrow\t# later\r\n"))
                .message()
                .startsWith("""
                        folder/own.policy:2:7: there is no check 'relrow'
                            2 | \twarn relrow\t# later
                              | \t     ^~~~~~
                          fix: the checks are: malformed not-a-library""");
    }

    @Test
    void allErrorsOfAFileAreShown() {
        assertThatThrownBy(() -> parse("extends linux\nsizes 1 MB\n")).hasMessage("""
                        folder/own.policy:1:9: there is no policy 'linux'
                            1 | extends linux
                              |         ^~~~~
                          fix: the built-in policies are: linux-glibc linux-musl osx windows freebsd
                        folder/own.policy:2:1: unknown keyword 'sizes'
                            2 | sizes 1 MB
                              | ^~~~~
                          fix: the keywords are: for extends fail warn off names floor needs refuses exports size""");
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "'# a comment', 1", "'size 1 MB', 1"})
    void aPolicySaysForWhichLibrariesItIs(String text, int line) {
        assertThatThrownBy(() -> parse(text))
                .message()
                .startsWith("folder/own.policy:" + line + ":1: the policy does not say for which libraries it is\n");
    }

    @Test
    void nothingMayBeForgottenInAPolicyThatExtendsNone() {
        assertThatThrownBy(() ->
                        parse("for osx\n" + ALL_CHECKS.replace(" hash", "").replace(" size", "")))
                .message()
                .contains("own.policy:1:1: the policy gives no level to: size hash\n")
                .contains("own.policy:1:1: the policy has no 'size'\n");
        assertThat(parse(WHOLE).rule("libc.so.6")).isEmpty();
    }

    @Test
    void aPolicyExtendsABuiltInOne() {
        Policy own = parse("""
                extends linux-glibc
                warn  export
                floor GLIBC 2.28
                needs libssl.so.*
                refuses libstdc++.so.* link it statically
                exports geo_*
                """);
        Policy base = Policies.of(Libc.GLIBC);
        assertThat(own.name()).isEqualTo("own");
        assertThat(own.system()).isEqualTo(Libc.GLIBC);
        assertThat(own.level(Check.EXPORT)).isEqualTo(Level.WARN);
        assertThat(own.level(Check.RELRO)).isEqualTo(base.level(Check.RELRO));
        assertThat(own.floor("GLIBC", "x86_64")).hasToString("Optional[2.28]");
        assertThat(own.floor("GLIBC", "riscv64")).hasToString("Optional[2.28]");
        assertThat(own.floor("GLIBC", "loongarch_64")).isEqualTo(base.floor("GLIBC", "loongarch_64"));
        assertThat(own.floor("GLIBCXX", "x86_64")).isEqualTo(base.floor("GLIBCXX", "x86_64"));
        assertThat(own.rule("libssl.so.3").orElseThrow().refusal()).isEmpty();
        assertThat(own.rule("libc.so.6").orElseThrow().refusal()).isEmpty();
        assertThat(own.rule("libstdc++.so.6").orElseThrow().refusal()).contains("link it statically");
        assertThat(own.exports()).hasSize(base.exports().size() + 1);
        assertThat(own.sizeBudget()).isEqualTo(base.sizeBudget());
    }

    @Test
    void whatExtendsWindowsIgnoresCaseToo() {
        assertThat(parse("extends windows\nneeds Geo.dll\n").rule("GEO.DLL")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Libc.class)
    void aBuiltInPolicyCanBeCopied(Libc libc) throws IOException {
        String copied = Policies.text(libc.policy());
        Policy built = Policies.of(libc);
        Policy copy = Policies.read(List.of(Files.writeString(folder.resolve("copy.policy"), "\uFEFF" + copied)))
                .get(0);
        assertThat(copy)
                .isEqualTo(new Policy(
                        "copy",
                        libc,
                        built.levels(),
                        built.floors(),
                        built.libraries(),
                        built.exports(),
                        built.sizeBudget()));
    }

    @Test
    void thereIsOnePolicyForALibrary() throws IOException {
        Path one = Files.writeString(folder.resolve("one.policy"), "extends osx\n");
        Path two = Files.writeString(folder.resolve("two"), "extends osx\n");
        assertThatThrownBy(() -> Policies.read(List.of(one, two)))
                .isInstanceOf(AuditInputException.class)
                .hasMessage("the policies 'one' and 'two' are both for osx; fix: give one of them only");
        Path latin = Files.write(folder.resolve("latin.policy"), new byte[] {'#', (byte) 0xE4, '\n'});
        assertThatThrownBy(() -> Policies.read(List.of(latin)))
                .isInstanceOf(AuditInputException.class)
                .hasMessage(latin + ": not UTF-8; fix: save it in that encoding");
    }

    private static Policy parse(String text) {
        return PolicyParser.parse("own", "folder/own.policy", text, Policies::of);
    }

    @ParameterizedTest
    @CsvSource({
        "libc.musl-*.so.1, libc.musl-x86_64.so.1, true",
        "*, '', true",
        "a*b*c, aXXbYYc, true",
        "a*b*c, aXXbYY, false",
        "a*a*a*a*a*a*a*a*b, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
        "lib.c, libXc, false"
    })
    void globs(String pattern, String name, boolean matches) {
        assertThat(Glob.of(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void versionsAreComparedByNumber() {
        assertThat(Version.parse("2.9").orElseThrow())
                .isLessThan(Version.parse("2.17").orElseThrow());
        assertThat(Version.parse("11").orElseThrow())
                .isEqualByComparingTo(Version.parse("11.0").orElseThrow());
        assertThat(Version.parse("PRIVATE")).isEmpty();
        assertThat(Version.parse("99999999999.1")).isEmpty();
    }
}
