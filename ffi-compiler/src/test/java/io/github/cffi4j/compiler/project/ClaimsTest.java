package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Some hundred cdefs that are wrong in one point, and what the compilers of all platforms make of it. */
class ClaimsTest {
    private static final Path TABLE = Path.of("src", "test", "resources", "claims");

    private static final int MANY_CLAIMS = 150;

    /** They have nine of ten claims. */
    private static final int QUICK_BATCHES = 12;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> whatTheAuthorIsTold() throws Exception {
        return tests("claims.txt", "Claims.c", 0, QUICK_BATCHES);
    }

    /** The claims of names that many claims have: each needs compilers of its own. */
    @Tag("thorough")
    @TestFactory
    Stream<DynamicTest> whatTheAuthorIsToldOfOtherThings() throws Exception {
        return tests("claims.txt", "Claims.c", QUICK_BATCHES, Integer.MAX_VALUE);
    }

    @Tag("thorough")
    @TestFactory
    Stream<DynamicTest> whatTheAuthorOfAPreambleInCppIsTold() throws Exception {
        return tests("cpp-claims.txt", "Claims.cpp", 0, Integer.MAX_VALUE);
    }

    /** Without C, too: what is wrong there is told in the same words. */
    @Tag("thorough")
    @Test
    void theSameIsToldInAbiMode() throws Exception {
        int wrong = 0;
        int left = 0;
        int number = 0;
        for (List<ClaimCase> batch : ClaimCase.batches(ClaimCase.read(TABLE.resolve("claims.txt")))) {
            List<ClaimCase> bound = batch;
            Path base = Files.createDirectory(folder.resolve("abi" + number++));
            List<List<String>> told = told(bound, "Claims.c", base, BindingMode.ABI);
            // What needs C is refused before any compiler is asked.
            List<ClaimCase> possible = new ArrayList<>();
            for (int i = 0; i < bound.size(); i++) {
                if (told.get(i).stream().noneMatch(line -> line.contains("<mode>abi</mode> compiles no C"))) {
                    possible.add(bound.get(i));
                }
            }
            left += bound.size() - possible.size();
            if (possible.size() < bound.size()) {
                bound = possible;
                told = told(
                        bound, "Claims.c", Files.createDirectory(folder.resolve("abi" + number++)), BindingMode.ABI);
            }
            for (int i = 0; i < bound.size(); i++) {
                ClaimCase claim = bound.get(i);
                if (!claim.told().equals(List.of(ClaimCase.ACCEPTED))) {
                    assertThat(told.get(i)).as(claim.cdef()).isEqualTo(claim.told());
                    wrong++;
                }
            }
        }
        assertThat(wrong).isGreaterThan(MANY_CLAIMS);
        assertThat(left).isLessThan(wrong / 10);
    }

    /** They are told where all else holds: an object file has them. */
    @TestFactory
    Stream<DynamicTest> whatTheAuthorIsToldOfWidths() throws Exception {
        return tests("width-claims.txt", "Claims.c", 0, Integer.MAX_VALUE);
    }

    private Stream<DynamicTest> tests(String table, String preamble, int first, int end) throws Exception {
        List<List<ClaimCase>> batches = ClaimCase.batches(ClaimCase.read(TABLE.resolve(table)));
        List<DynamicTest> tests = new ArrayList<>();
        for (int batch = first; batch < Math.min(end, batches.size()); batch++) {
            List<List<String>> told = told(
                    batches.get(batch),
                    preamble,
                    Files.createDirectory(folder.resolve("batch" + batch)),
                    BindingMode.API);
            for (int line = 0; line < told.size(); line++) {
                ClaimCase claim = batches.get(batch).get(line);
                List<String> actual = told.get(line);
                tests.add(DynamicTest.dynamicTest(
                        claim.cdef(), () -> assertThat(actual).isEqualTo(claim.told())));
            }
        }
        return tests.stream();
    }

    /** What is told of each line. */
    private static List<List<String>> told(List<ClaimCase> batch, String preamble, Path base, BindingMode mode)
            throws Exception {
        Files.writeString(
                base.resolve("Claims.cdef"),
                String.join("\n", batch.stream().map(ClaimCase::cdef).toList()) + "\n");
        String header = preamble.endsWith(".c") ? "claims.h" : "cpp-claims.h";
        Files.writeString(base.resolve(preamble), "#include \"" + header + "\"\n");
        Files.copy(TABLE.resolve(header), base.resolve(header));
        List<List<String>> told = new ArrayList<>();
        batch.forEach(claim -> told.add(new ArrayList<>()));
        try {
            new BindingGenerator(TestModule.of("claims", base, base).in(mode)).generate();
        } catch (CdefException e) {
            for (Diagnostic diagnostic : e.diagnostics()) {
                told.get(diagnostic.span().position().line() - 1).addAll(lines(diagnostic));
            }
        }
        told.stream().filter(List::isEmpty).forEach(lines -> lines.add(ClaimCase.ACCEPTED));
        return told;
    }

    private static List<String> lines(Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        lines.add(diagnostic.span().position().column() + ": " + diagnostic.message());
        diagnostic
                .details()
                .map(details -> details.replaceAll(" · .*", ""))
                .filter(details -> !details.equals("on: all 8 platforms"))
                .ifPresent(lines::add);
        return lines;
    }
}
