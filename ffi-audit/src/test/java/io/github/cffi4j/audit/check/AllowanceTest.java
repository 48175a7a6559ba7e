package io.github.cffi4j.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Glob;
import io.github.cffi4j.audit.policy.Level;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Finding NEEDED = new Finding(
            Check.NEEDED_LIBRARY, Level.FAIL, "it needs", List.of("libX11.so.6", "libz.so.1"), Optional.empty());
    private static final Finding STACK =
            new Finding(Check.EXEC_STACK, Level.FAIL, "it asks for an executable stack", List.of(), Optional.empty());

    @Test
    void allOfAFinding() {
        assertThat(allowance(Check.EXEC_STACK, null).applied(STACK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.failing()).isFalse());
    }

    @Test
    void someOfTheDetails() {
        List<Finding> parts = allowance(Check.NEEDED_LIBRARY, "libX11.*").applied(NEEDED);
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).details()).containsExactly("libX11.so.6");
        assertThat(parts.get(0).allowed()).contains("because");
        assertThat(parts.get(1).details()).containsExactly("libz.so.1");
        assertThat(parts.get(1).failing()).isTrue();
    }

    @Test
    void noneOfAnotherCheckOrWithOtherDetails() {
        assertThat(allowance(Check.RELRO, null).applied(NEEDED)).containsExactly(NEEDED);
        assertThat(allowance(Check.NEEDED_LIBRARY, "libssl*").applied(NEEDED)).containsExactly(NEEDED);
        assertThat(allowance(Check.EXEC_STACK, "libssl*").applied(STACK)).containsExactly(STACK);
    }

    private static Allowance allowance(Check check, String what) {
        return new Allowance(check, Glob.of("*"), Optional.ofNullable(what).map(Glob::of), "because");
    }
}
