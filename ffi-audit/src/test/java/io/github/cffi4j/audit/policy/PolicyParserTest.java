package io.github.cffi4j.audit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.platform.Libc;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyParserTest {
    private static final String ALL_CHECKS =
            "fail " + Arrays.stream(Check.values()).map(Check::id).collect(Collectors.joining(" ")) + "\n";

    @ParameterizedTest
    @EnumSource(Libc.class)
    void thePoliciesOfThePluginAreRead(Libc libc) {
        Policy policy = Policies.of(libc);
        assertThat(policy.needed()).isNotEmpty();
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
        assertThat(policy.needed()).anyMatch(glob -> glob.matches("KERNEL32.dll"));
        assertThat(policy.refusal("VCRUNTIME140D.dll"))
                .hasValueSatisfying(why -> assertThat(why).contains("debug run time"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fial relro        | p.policy:2: unknown keyword 'fial'",
                "warn relro        | p.policy:2: check 'relro' has a level already",
                "warn relrow       | p.policy:2: there is no check 'relrow'",
                "floor GLIBC       | p.policy:2: 'floor' takes a name, a version and perhaps a machine",
                "floor GLIBC two   | p.policy:2: 'two' is no version",
                "refuses libgcc    | p.policy:2: 'refuses' takes a name and a reason",
                "size 10 GB        | p.policy:2: '10 GB' is no size; write it as '10 MB' or '512 kB'",
                "size 10           | p.policy:2: 'size' takes 2 values, not 1",
                "names any-case    | p.policy:2: 'names' knows 'ignore-case' alone",
                "exports Java_*    | p.policy:3: it has no 'size'"
            })
    void whatCannotBeMeantIsRefused(String line, String message) {
        assertThatThrownBy(() -> PolicyParser.parse("p", ALL_CHECKS + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aCheckMayNotBeForgotten() {
        assertThatThrownBy(() -> PolicyParser.parse("p", ALL_CHECKS.replace(" hash", "")))
                .hasMessage("p.policy:2: it says nothing about check 'hash'");
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
