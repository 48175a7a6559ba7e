package io.github.cffi4j.it.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.it.WorkFolder;
import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The contract suite and the examples run from the jars of the build, on every platform this machine can run. {@code
 * .ci/platforms} makes the JVMs and says where they are.
 */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class EveryPlatformIT {
    private static final List<Leg> LEGS = Leg.ofTier();

    private static final Map<Leg, Future<LegRun>> RUNS = new LinkedHashMap<>();
    private static final List<LegRun> DONE = new ArrayList<>();
    private static ExecutorService workers;

    @BeforeAll
    static void start(Path work) throws IOException {
        Path tests = ContractRun.tests(work);
        workers = Executors.newFixedThreadPool(2);
        LEGS.forEach(leg -> RUNS.put(leg, workers.submit(() -> LegRun.of(leg, tests))));
    }

    @AfterAll
    static void tell() throws IOException {
        workers.shutdownNow();
        String table = LegTable.of(DONE);
        System.out.println(table);
        Files.writeString(ContractRun.WORK.resolve("table.txt"), table);
    }

    @ParameterizedTest
    @FieldSource("LEGS")
    void runsTheContractAndTheExamples(Leg leg) throws Exception {
        LegRun run = RUNS.get(leg).get();

        assertThat(run.contract().unsuccessful()).isEmpty();
        assertThat(run.contract().cases()).isGreaterThan(leg.part().isEmpty() ? 1000 : 800);
        for (Leg other : LEGS) {
            if (other.cases().equals(leg.cases())) {
                assertThat(run.contract().cases())
                        .isEqualTo(RUNS.get(other).get().contract().cases());
            }
        }
        run.examples()
                .forEach((example, said) -> assertThat(said.succeeded().text()).matches(example.pattern()));
        assertThatItWasThatJvm(leg, run.contract().properties());
        DONE.add(run);
    }

    private static void assertThatItWasThatJvm(Leg leg, Map<String, String> jvm) {
        assertThat(jvm).containsEntry("java.specification.version", Integer.toString(leg.java()));
        assertThat(jvm.get("os.name")).startsWith(leg.platform().os() == OperatingSystem.WINDOWS ? "Windows" : "Linux");
        assertThat(Architecture.ofOsArch(jvm.get("os.arch")))
                .contains(leg.platform().arch());
    }
}
