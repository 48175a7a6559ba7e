package org.example.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.example.tutorial.LibC.*;

import io.github.cffi4j.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says about callbacks that throw. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the tutorial is for Linux, as CFFI's is: its headers are POSIX's")
class WalkTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void threeFiles() throws Exception {
        for (String name : List.of("a", "b", "c")) {
            Files.createFile(folder.resolve(name));
        }
    }

    private static int add(List<String> paths, String path) {
        if (!paths.isEmpty()) {
            throw new IllegalStateException("one is enough");
        }
        paths.add(path);
        return 0;
    }

    @Test
    void anErrorValueEndsTheWalk() {
        List<String> paths = new ArrayList<>();

        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    ftw(folder.toString(), ftw_visit.withError(1, (path, facts, kind) -> add(paths, path.string())), 8);
                })
                .withMessage("one is enough");

        assertThat(paths).containsExactly(folder.toString());
    }

    @Test
    void codeForErrorsDecidesWhetherItGoesOn() {
        AtomicInteger failures = new AtomicInteger();
        ftw_visit visit = (path, facts, kind) -> {
            throw new IllegalStateException("on purpose");
        };
        ftw_visit counted = ftw_visit.onError(failure -> failures.incrementAndGet() < 2 ? 0 : -1, visit);

        try (Arena arena = Arena.open()) {
            assertThat(ftw(folder.toString(), ftw_visit.stub(arena, counted), 8))
                    .isEqualTo(-1);
        }
        assertThat(failures).hasValue(2);
    }
}
