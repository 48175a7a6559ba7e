package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.compiler.project.BindingMode;
import io.github.cffi4j.engine.Engine;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scijava.nativelib.NativeLoader;
import org.slf4j.LoggerFactory;

/** A library that users have and the build does not: linked by a stub, audited, and really called. */
@Tag("thorough")
@ExtendWith(WorkFolder.class)
class SystemLibraryIT {
    private static final String CRC = "crc32: " + crc();

    @Test
    void callsTheLibraryOfTheMachine(Path work) throws Exception {
        TestProject project = TestProject.copy("systemlibrary", work);
        Platform host = Host.current().platform();
        BuildOutcome built = project.run("verify");
        built.succeeded();
        assertThat(built.lines()).noneMatch(line -> line.contains("needed-library"));

        BuildOutcome program =
                JavaProgram.run(classPath(project, project.jar(host.classifier())), "org.example.zlib.Main");

        assertThat(program.succeeded().lines()).containsExactly(CRC, "zlib 1");

        assertThat(Files.readString(project.file("target/classes/META-INF/sbom/systemlibrary.cdx.json")))
                .contains("\"system:libz.so.1\"", "\"system:/usr/lib/libz.1.dylib\"", "\"system:zlib1.dll\"");

        project.replace("pom.xml", "          <systemLibraries>", """
                          <libraryChecks>
                            <libraryCheck>zlibVersion() >= 1.2</libraryCheck>
                            <libraryCheck>zlib_major() &lt; 1</libraryCheck>
                          </libraryChecks>
                          <systemLibraries>""");
        project.run("verify").succeeded();
        assertThat(JavaProgram.run(classPath(project, project.jar(host.classifier())), "org.example.zlib.Main")
                        .failed()
                        .text())
                .contains("org.example.zlib.Zlib needs another version of libz.so.1 or ")
                .contains("needed:       zlib_major() < 1")
                .contains("found:        1")
                .contains("what to do:   install a version of the library that fits");
    }

    /** The same class without native code: one jar, which the same program calls on Java 22 and later. */
    @Test
    void bindsTheSameLibraryWithoutNativeCode(Path work) throws Exception {
        TestProject project = TestProject.copy("systemlibrary", work);
        project.replace(
                "pom.xml", "          <systemLibraries>", "          <mode>abi</mode>\n          <systemLibraries>");
        String cdef = "src/main/ffi/org/example/zlib/Zlib.cdef";
        assertThat(project.run("verify").failed().errors())
                .anyMatch(
                        line -> line.contains("'zlib_major' is an inline function in the headers, so no library exports"
                                + " it; on: all 8 platforms"));
        project.replace(cdef, "int zlib_major(void);\n", "");
        project.replace("src/main/java/org/example/zlib/Main.java", "zlib_major()", "zlibVersion().string().charAt(0)");

        BuildOutcome built = project.run("verify").succeeded();
        assertThat(built.info())
                .contains(
                        "<mode>abi</mode>: no native code; 1 cdef checked, with the layouts and names of 8 platforms");
        assertThat(project.file("target/ffi/lib")).doesNotExist();
        Path table = project.file("target/classes/META-INF/cffi4j/abi/org.example.zlib.Zlib.abi");
        assertThat(Files.readString(table)).contains("\nopen libz.so.1\n", "\nopen zlib1.dll\n");
        assertThat(Files.readString(project.file("target/classes/META-INF/sbom/systemlibrary.cdx.json")))
                .contains("\"system:libz.so.1\"", "\"system:/usr/lib/libz.1.dylib\"", "\"system:zlib1.dll\"");

        if (Runtime.version().feature() < 22) {
            assertThat(JavaProgram.run(classPath(project), "org.example.zlib.Main")
                            .failed()
                            .text())
                    .contains(
                            "org.example.zlib.Zlib has no native code of its own, and this program has no way to call C"
                                    + " without")
                    .contains("add the dependency io.github.cffi4j:ffi-engine");
        } else {
            assertThat(JavaProgram.run(classPath(project), "org.example.zlib.Main")
                            .succeeded()
                            .lines())
                    .contains(CRC, "zlib 1");
        }
        assertThat(run(project).succeeded().lines()).contains(CRC, "zlib 1");

        assertThat(run(project, "-Dcffi4j.systemlibrary.path=libnowhere.so.7")
                        .failed()
                        .text())
                .contains("org.example.zlib.Zlib needs a library of this system, and none of these can be opened")
                .contains("because of:   -Dcffi4j.systemlibrary.path=libnowhere.so.7")
                .contains("libnowhere.so.7: cannot open shared object file: No such file or directory");
    }

    /** What a user's library lacks throws when it is called: in both modes in the same words. */
    @ParameterizedTest
    @EnumSource(BindingMode.class)
    void callsALibraryThatLacksFunctions(BindingMode mode, Path work) throws Exception {
        TestProject project = TestProject.copy("systemlibrary", work);
        in(mode, project);
        project.replace(
                "src/main/java/org/example/zlib/Main.java", "        System.out.println(\"zlib", """
                        for (Runnable missing : new Runnable[] {
                            Zlib::crc_missing, Zlib::also_missing, () -> Zlib.addressof.also_missing()
                        }) {
                            try {
                                missing.run();
                            } catch (UnsupportedOperationException e) {
                                System.out.println(e.getMessage());
                            }
                        }
                        System.out.println("zlib\
                """.stripTrailing());
        project.run("verify").succeeded();
        String others = ": that library is another version than the headers org.example.zlib.Zlib was built from";
        String all = "  it lacks 2 of 7 names: crc_missing also_missing";
        assertThat(run(mode, project).succeeded().lines())
                .containsExactly(
                        CRC,
                        "crc_missing is not in libz.so.1 of this machine" + others,
                        all,
                        "also_missing is not in libz.so.1 of this machine" + others,
                        all,
                        "also_missing is not in libz.so.1 of this machine" + others,
                        all,
                        "zlib 1");
    }

    /** Sets the mode, and declares functions that no zlib has. */
    private static void in(BindingMode mode, TestProject project) throws Exception {
        String name = mode.name().toLowerCase(Locale.ROOT);
        project.replace(
                "pom.xml",
                "          <systemLibraries>",
                "          <mode>" + name + "</mode>\n          <systemLibraries>");
        String header = "src/main/ffi/org/example/zlib/zlib_api.h";
        String cdef = "src/main/ffi/org/example/zlib/Zlib.cdef";
        String missing = "int crc_missing(void);\nint also_missing(void);\n";
        project.replace(cdef, "int zlib_major(void);\n", missing + "typedef int (*nothing)(void);\n");
        project.replace("src/main/java/org/example/zlib/Main.java", "zlib_major()", "zlibVersion().string().charAt(0)");
        Files.writeString(
                project.file(header),
                Files.readString(project.file(header)) + "\n" + missing + "typedef int (*nothing)(void);\n");
    }

    private static BuildOutcome run(BindingMode mode, TestProject project) throws Exception {
        return mode == BindingMode.ABI
                ? run(project)
                : JavaProgram.run(
                        classPath(project, project.jar(Host.current().platform().classifier())),
                        "org.example.zlib.Main");
    }

    /** A user's library that lacks what the binding needs, or is too old, is refused when it is loaded. */
    @ParameterizedTest
    @EnumSource(BindingMode.class)
    void refusesAnUnfitLibraryWhenItIsLoaded(BindingMode mode, Path work) throws Exception {
        TestProject project = TestProject.copy("systemlibrary", work);
        in(mode, project);
        project.replace("pom.xml", "          <systemLibraries>", """
                          <requiredNames>
                            <requiredName>crc*</requiredName>
                          </requiredNames>
                          <libraryChecks>
                            <libraryCheck>zlibVersion() >= 1.2</libraryCheck>
                            <libraryCheck>zlibVersion() &lt; 1.2.5.1</libraryCheck>
                          </libraryChecks>
                          <systemLibraries>""");
        project.run("verify").succeeded();
        assertThat(run(mode, project).failed().text())
                .contains("org.example.zlib.Zlib needs names that libz.so.1 of this machine does not have")
                .contains("missing:      1 of 7: crc_missing")
                .contains("what to do:   install a version of the library that fits");

        project.replace("src/main/ffi/org/example/zlib/Zlib.cdef", "int crc_missing(void);\n", "");
        project.run("verify").succeeded();
        assertThat(run(mode, project).failed().text())
                .contains("org.example.zlib.Zlib needs another version of libz.so.1")
                .contains("needed:       zlibVersion() < 1.2.5.1")
                .contains("found:        1.");
    }

    /** Calls by the engine, since java.lang.foreign is not on every Java. */
    private static BuildOutcome run(TestProject project, String... options) throws Exception {
        Path engine = JavaProgram.jarOf(Engine.class);
        String natives = engine.getFileName()
                .toString()
                .replaceFirst("\\.jar$", "-" + Host.current().platform().classifier() + ".jar");
        List<String> all = new ArrayList<>(List.of("-Dcffi4j.backend=jni"));
        all.addAll(List.of(options));
        return JavaProgram.run(
                classPath(project, engine, engine.resolveSibling(natives)),
                "org.example.zlib.Main",
                all.toArray(String[]::new));
    }

    private static String crc() {
        CRC32 crc = new CRC32();
        crc.update("the library of this machine".repeat(100).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static List<Path> classPath(TestProject project, Path... more) {
        List<Path> classPath = new ArrayList<>(List.of(
                project.jar(),
                JavaProgram.jarOf(Arena.class),
                JavaProgram.jarOf(Platform.class),
                JavaProgram.jarOf(NativeLoader.class),
                JavaProgram.jarOf(LoggerFactory.class),
                JavaProgram.jarOf(org.slf4j.nop.NOPServiceProvider.class)));
        classPath.addAll(List.of(more));
        return classPath;
    }
}
