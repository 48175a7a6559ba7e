package io.github.cffi4j.compiler.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.audit.AuditResult;
import io.github.cffi4j.audit.check.AuditSettings;
import io.github.cffi4j.compiler.audit.TestLibraries;
import io.github.cffi4j.compiler.prebuilt.PrebuiltLibraries;
import io.github.cffi4j.compiler.prebuilt.PrebuiltLibrary;
import io.github.cffi4j.compiler.prebuilt.PrebuiltSource;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.project.GeneratedJava;
import io.github.cffi4j.compiler.project.SmallModule;
import io.github.cffi4j.compiler.sbom.PublishedModule;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole build of a module, without Maven. */
class FfiModuleTest {
    private static final Platform HOST = Host.current().platform();
    private static final Platform OTHER =
            HOST == Platform.WINDOWS_AARCH_64 ? Platform.LINUX_X86_64 : Platform.WINDOWS_AARCH_64;

    @TempDir
    private Path base;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void generatesCompilesPacksAndAudits() throws Exception {
        FfiProject project = SmallModule.of(base, HOST, OTHER)
                .file("ffi/org/example/Sum.cdef", "int sum(int a, int b);")
                .file("ffi/org/example/Sum.c", "int sum(int a, int b);")
                .file("c/sum.c", "int sum(int a, int b) { return a + b; }")
                .project();
        FfiModule module = module(project);

        GenerateResult generated = module.generate(new GenerateRequest(List.of()));
        assertThat(generated).isEqualTo(new GenerateResult(base.resolve("java"), 1, true));
        assertThat(base.resolve("java/org/example/Sum.java")).isRegularFile();
        assertThat(base.resolve("java/org/example/SumNative.java")).isRegularFile();

        Path tests = base.resolve("test-classes");
        assertThat(module.compile(new CompileRequest(tests)).libraries()).hasSize(2);
        assertThat(tests.resolve(HOST.resourcePath("small"))).isRegularFile();
        assertThat(project.layout().classes().resolve("META-INF/cffi4j/small.properties"))
                .isRegularFile();
        assertThat(project.layout().classes().resolve("META-INF/sbom/sum.cdx.json"))
                .isRegularFile();

        PackRequest request = new PackRequest(Files.createDirectories(base.resolve("jars")), "sum-1.0", List.of());
        Map<Platform, Path> jars = module.pack(request).jars();
        assertThat(jars).containsOnlyKeys(HOST, OTHER);
        assertThat(jars.get(OTHER)).hasFileName("sum-1.0-" + OTHER.classifier() + ".jar");
        try (JarFile jar = new JarFile(jars.get(OTHER).toFile())) {
            assertThat(jar.getEntry(OTHER.resourcePath("small"))).isNotNull();
        }

        AuditRequest audit = new AuditRequest(jars, project.layout().classes(), "small", AuditSettings.none());
        AuditResult withoutClasses = FfiModule.audit(audit);
        assertThat(withoutClasses.files()).hasSize(2);
        assertThat(withoutClasses.findings()).singleElement().satisfies(told -> assertThat(told.text())
                .startsWith("fingerprint: "));
        GeneratedJava.compile(
                List.of(base.resolve("java/org/example/Sum.java"), base.resolve("java/org/example/SumNative.java")),
                project.layout().classes());
        assertThat(FfiModule.audit(audit).findings()).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void linksLibrariesThatWereBuiltElsewhere() throws Exception {
        Path prebuilt =
                Files.createDirectories(base.resolve("prebuilt/include")).getParent();
        Files.writeString(prebuilt.resolve("include/sum.h"), "int sum(int a, int b);\n");
        for (Platform platform : List.of(HOST, OTHER)) {
            Files.write(
                    Files.createDirectories(prebuilt.resolve(platform.classifier()))
                            .resolve("libsum.a"),
                    new TestLibraries(base)
                            .archive(
                                    platform.zigTarget(),
                                    "__attribute__((visibility(\"default\"))) int sum(int a, int b) { return a + b; }"));
        }
        PrebuiltLibraries libraries = new PrebuiltLibraries(List.of(new PrebuiltLibrary(
                "sum",
                PrebuiltSource.of(prebuilt),
                List.of("{platform}/libsum.a"),
                List.of(),
                List.of(),
                Optional.of("0BSD"),
                List.of())));
        FfiProject project = FfiModule.withPrebuilt(
                SmallModule.of(base, HOST, OTHER)
                        .file("ffi/org/example/Sum.cdef", "int sum(int a, int b);")
                        .file("ffi/org/example/Sum.c", "#include <sum.h>")
                        .project(),
                libraries);
        FfiModule module = module(project);

        module.generate(new GenerateRequest(List.of()));
        module.compile(new CompileRequest(base.resolve("test-classes")));
        PackRequest request = new PackRequest(
                Files.createDirectories(base.resolve("jars")), "sum-1.0", List.of(), List.of(), libraries);
        Map<Platform, Path> jars = module.pack(request).jars();

        GeneratedJava.compile(
                List.of(base.resolve("java/org/example/Sum.java"), base.resolve("java/org/example/SumNative.java")),
                project.layout().classes());
        assertThat(FfiModule.audit(new AuditRequest(jars, project.layout().classes(), "small", AuditSettings.none()))
                        .findings())
                .isEmpty();
        try (JarFile jar = new JarFile(jars.get(OTHER).toFile())) {
            String bom = new String(
                    jar.getInputStream(jar.getEntry("META-INF/sbom/sum-" + OTHER.classifier() + ".cdx.json"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(bom).contains(OTHER.classifier() + "/libsum.a ", "0BSD");
        }
    }

    @Test
    void importsACdefThatHasOnlyARecipe() throws Exception {
        FfiProject project = SmallModule.of(base, HOST)
                .file("ffi/org/example/Sum.cdef", "/* ffi:import sum.h */\n")
                .file("c/include/sum.h", "int sum(int a, int b);\n")
                .project();
        GenerateRequest request = new GenerateRequest(List.of());

        assertThat(module(project).generate(request).cdefs()).isEqualTo(1);
        assertThat(base.resolve("ffi/org/example/Sum.cdef"))
                .hasContent("/* ffi:import sum.h */\nint sum(int a, int b);\n/* ffi:import end */\n");
        assertThat(base.resolve("ffi/org/example/Sum.c")).hasContent("#include \"sum.h\"\n");
        assertThat(base.resolve("java/org/example/Sum.java")).isRegularFile();

        Files.writeString(base.resolve("c/include/sum.h"), "int sum(int a, int b);\nint two(void);\n");
        module(project).generate(request);
        assertThat(base.resolve("ffi/org/example/Sum.cdef")).content().doesNotContain("two");
    }

    @Test
    void warnsOfWhatIsPassedOver() throws Exception {
        FfiModule module = module(SmallModule.of(base, HOST)
                .file("src/main/c/Lost.cdef", "int lost(void);")
                .project());
        assertThatThrownBy(() -> module.generate(new GenerateRequest(List.of())))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("not read, because it is not below " + base.resolve("ffi") + ": ")
                .hasMessageContaining("Lost.cdef");

        assertThat(module.compile(new CompileRequest(base.resolve("test-classes")))
                        .libraries())
                .isEmpty();
        assertThat(warnings)
                .containsExactly("nothing to compile: there is no cdef below " + base.resolve("ffi")
                        + ", and no C source below " + base.resolve("c"));
    }

    private FfiModule module(FfiProject project) {
        PublishedModule published = new PublishedModule("org.example", "sum", "1.0", List.of("Apache-2.0"));
        return new FfiModule(project, new ModuleRelease(published, "1.0", "2026-01-01T00:00:00Z"), warnings::add);
    }
}
