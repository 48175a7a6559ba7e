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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Some hundred cdefs that are wrong in one point, and what the compilers of all platforms make of it. */
class ClaimsTest {
    private static final Path TABLE = Path.of("src", "test", "resources", "claims");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> whatTheAuthorIsTold() throws Exception {
        return tests("claims.txt", "Claims.c");
    }

    @TestFactory
    Stream<DynamicTest> whatTheAuthorOfAPreambleInCppIsTold() throws Exception {
        return tests("cpp-claims.txt", "Claims.cpp");
    }

    /** They are told where all else holds: an object file has them. */
    @TestFactory
    Stream<DynamicTest> whatTheAuthorIsToldOfWidths() throws Exception {
        return tests("width-claims.txt", "Claims.c");
    }

    private Stream<DynamicTest> tests(String table, String preamble) throws Exception {
        List<List<ClaimCase>> batches = ClaimCase.batches(ClaimCase.read(TABLE.resolve(table)));
        List<DynamicTest> tests = new ArrayList<>();
        for (int batch = 0; batch < batches.size(); batch++) {
            List<List<String>> told =
                    told(batches.get(batch), preamble, Files.createDirectory(folder.resolve("batch" + batch)));
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
    private static List<List<String>> told(List<ClaimCase> batch, String preamble, Path base) throws Exception {
        Files.writeString(
                base.resolve("Claims.cdef"),
                String.join("\n", batch.stream().map(ClaimCase::cdef).toList()) + "\n");
        String header = preamble.endsWith(".c") ? "claims.h" : "cpp-claims.h";
        Files.writeString(base.resolve(preamble), "#include \"" + header + "\"\n");
        Files.copy(TABLE.resolve(header), base.resolve(header));
        List<List<String>> told = new ArrayList<>();
        batch.forEach(claim -> told.add(new ArrayList<>()));
        try {
            new BindingGenerator(TestModule.of("claims", base, base)).generate();
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
