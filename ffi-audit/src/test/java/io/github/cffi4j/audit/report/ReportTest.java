package io.github.cffi4j.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.audit.check.AuditedFile;
import io.github.cffi4j.audit.check.Finding;
import io.github.cffi4j.audit.facts.CommonFacts;
import io.github.cffi4j.audit.facts.DebugFacts;
import io.github.cffi4j.audit.facts.FileKind;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.facts.Machine;
import io.github.cffi4j.audit.facts.PeFacts;
import io.github.cffi4j.audit.policy.Check;
import io.github.cffi4j.audit.policy.Glob;
import io.github.cffi4j.audit.policy.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final List<AuditedFile> FILES = List.of(
            file("linux-x86_64", "libgeo.so", "glibc 2.14", finding(Check.RUN_PATH, "/opt/\u001b[2Jgeo")),
            file("linux-aarch_64", "libgeo.so", "glibc 2.17", finding(Check.RUN_PATH, "/opt/other")),
            file("windows-x86_64", "geo.dll", "Windows 6.0"),
            new AuditedFile("broken.so", "", "", 12, List.of(), Optional.empty(), List.of()));

    @Test
    void theTableIsAligned() {
        assertThat(AuditTable.rows(FILES))
                .containsExactly(
                        "  linux-x86_64    libgeo.so   51.20 MB  glibc 2.14   1 finding",
                        "  linux-aarch_64  libgeo.so   51.20 MB  glibc 2.17   1 finding",
                        "  windows-x86_64  geo.dll     51.20 MB  Windows 6.0  ok",
                        "                  broken.so     0.0 kB               malformed");
    }

    @Test
    void whatLibrariesHaveInCommonIsToldOnce() {
        assertThat(FindingText.tell(FILES)).singleElement().satisfies(told -> {
            assertThat(told.failing()).isTrue();
            assertThat(told.text()).isEqualTo("""
                    run-path: it looks for libraries in
                        libgeo.so (linux-x86_64): /opt/?[2Jgeo
                        libgeo.so (linux-aarch_64): /opt/other
                      why: it looks for libraries in a folder of the machine it was built on, where anybody may put another one
                      fix: remove -rpath from the linker flags; $ORIGIN, @loader_path and @rpath are fine""");
        });
        assertThat(FindingText.summary(FILES)).isEqualTo("2 findings in 2 of 4 libraries");
    }

    @Test
    void theReportForPrograms() {
        assertThat(AuditJson.of(FILES.subList(0, 1), Map.of("linux-x86_64", List.of(Glob.of("libz.so.1")))))
                .startsWith("""
                        {
                          "format": 1,
                          "passed": false,
                          "files": [
                            {
                              "path": "libgeo.so",
                              "platform": "linux-x86_64",
                              "floor": "glibc 2.14",
                              "size": 51200000,
                              "policy": "some",
                              "findings": [
                                {
                                  "check": "run-path",
                                  "level": "fail",
                                  "what": "it looks for libraries in",
                                  "details": [
                                    "/opt/\\u001b[2Jgeo"
                                  ],
                        """)
                .containsIgnoringWhitespaces("\"systemLibraries\": [ \"libz.so.1\" ]")
                .contains("\"format\": \"PE\"", "\"name\": \"x86_64\",", "\"sections\": [],", "\"dynamicBase\": true,");
    }

    private static AuditedFile file(String platform, String path, String floor, Finding... findings) {
        CommonFacts common = new CommonFacts(
                FileKind.LIBRARY,
                new Machine("x86_64", 64, false),
                51_200_000,
                List.of(),
                List.of(),
                List.of(),
                new DebugFacts(List.of(), 0, 0),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        LibraryFacts facts = new PeFacts(common, "6.0", true, true, true, false);
        return new AuditedFile(
                path, platform, floor, 51_200_000, List.of(facts), Optional.of("some"), List.of(findings));
    }

    private static Finding finding(Check check, String detail) {
        return new Finding(check, Level.FAIL, "it looks for libraries in", List.of(detail), Optional.empty());
    }
}
