package io.github.cffi4j.it.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.it.WorkFolder;
import io.github.cffi4j.platform.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The contract suite, its glue and its C compiled with AddressSanitizer, UndefinedBehaviorSanitizer and LeakSanitizer: nothing
 * is used outside of its bounds or after it was freed, nothing is left behind, nothing is undefined. {@code .ci/sanitizers}
 * makes the compiler and says where it is.
 */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class SanitizersIT {
    private static final List<Leg> LEGS = List.of(leg(17, Backend.JNI), leg(25, Backend.JNI), leg(25, Backend.FFM));

    /** What they say of a fault. */
    private static final String COMPLAINT = "(?s).*(Sanitizer: |runtime error: ).*";

    private static Path folder;
    private static Path tests;
    private static SanitizedLibrary library;

    private static Leg leg(int java, Backend backend) {
        return new Leg(Host.current().platform(), Surroundings.SANITIZERS, java, "this machine's", backend);
    }

    @BeforeAll
    static void compile(Path work) throws Exception {
        folder = work;
        tests = ContractRun.tests(work);
        library = SanitizedLibrary.compile(work.resolve("whole"), SanitizedLibrary.bindings());
    }

    @ParameterizedTest
    @FieldSource("LEGS")
    void theGlueIsClean(Leg leg) throws Exception {
        ContractRun run = ContractRun.of(leg, library.java(leg), tests, ContractRun.WHOLE);

        assertThat(run.outcome().text()).doesNotMatch(COMPLAINT);
        assertThat(run.report().unsuccessful()).isEmpty();
        assertThat(run.report().cases()).isGreaterThan(1000);
        run.outcome().succeeded();
    }

    /** A fault in the C of {@code Calls}, and what is said of it. */
    enum Fault {
        WRITE_BEHIND_A_STRUCT(
                "if (h->done) h->done(h->state);", "h[1].state = 0;", "AddressSanitizer: heap-buffer-overflow"),
        UNDEFINED_SHIFT("return a - b;", "return a << (b + 32);", "runtime error: shift exponent"),
        LEAK("kept = f;", "kept = f; *(volatile char *)malloc(24) = 1;", "LeakSanitizer: detected memory leaks");

        private final String code;
        private final String planted;
        private final String complaint;

        Fault(String code, String planted, String complaint) {
            this.code = code;
            this.planted = planted;
            this.complaint = complaint;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedFaultIsSeen(Fault fault) throws Exception {
        Path planted = Files.createDirectories(folder.resolve(fault.name()));
        String preamble = Files.readString(SanitizedLibrary.PREAMBLES.resolve("Calls.c"));
        assertThat(preamble).containsOnlyOnce(fault.code);
        Files.writeString(planted.resolve("Calls.c"), preamble.replace(fault.code, fault.planted));
        SanitizedLibrary faulty = SanitizedLibrary.compile(planted, List.of(SanitizedLibrary.binding("Calls")));

        for (Leg leg : List.of(LEGS.get(0), LEGS.get(2))) {
            ContractRun run = ContractRun.of(leg, faulty.java(leg), tests, ".*CallbacksIT");

            assertThat(run.outcome().text()).contains(fault.complaint).matches(COMPLAINT);
        }
    }
}
