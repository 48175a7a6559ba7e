package io.github.cffi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.platform.Platform;
import io.github.cffi4j.platform.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A Maven on an emulated linux-aarch_64 generates the same sources and makes the same jars. The compiler is that of the machine
 * underneath: zig starts itself anew for each file, which an emulator of single programs does not carry over. That zig on
 * aarch64 makes the same libraries is checked by the release workflow, on a real machine.
 */
@Tag("demanding")
@ExtendWith(WorkFolder.class)
class BuildOnAarch64IT {

    @Test
    void makesTheSameSourcesAndJars(Path work) throws Exception {
        // A script is equally unknown to both hosts; the bills of materials name an official zig otherwise.
        Path zig = script(work.resolve("zig"), BuildsAtOnceIT.zig().executable().toString());
        Map<String, String> here = build(ChildMaven.usual(), work.resolve("here"), zig);
        Map<String, String> there =
                build(ChildMaven.usual().with("JAVA_HOME", emulatedJava(work).toString()), work.resolve("there"), zig);

        assertThat(here)
                .containsKeys(Platform.classifiers(Tier.STANDARD).toArray(String[]::new))
                .containsKey("java/org/example/geo/Geo.java");
        assertThat(there).isEqualTo(here);
    }

    /** The content of each source, and of each jar entry with its time and its place among the others. */
    private static Map<String, String> build(ChildMaven maven, Path folder, Path zig) throws IOException {
        TestProject project = TestProject.copy("geometry", folder);
        String plugin = "io.github.cffi4j:ffi-maven-plugin:" + TestSettings.VERSION + ":";
        maven.run(
                        project.folder(),
                        plugin + "generate",
                        plugin + "compile",
                        plugin + "package",
                        "-Dffi.zig=" + zig,
                        // Of its own: nothing that another host found out is taken over.
                        "-Dffi.cache.dir=" + folder.resolve("cache"))
                .succeeded();
        Map<String, String> made = new TreeMap<>();
        Path sources = project.file("target/generated-sources/ffi");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                made.put("java/" + sources.relativize(file), Files.readString(file));
            }
        }
        for (String classifier : Platform.classifiers(Tier.STANDARD)) {
            made.put(classifier, String.join("\n", entries(project.jar(classifier))));
        }
        return made;
    }

    private static List<String> entries(Path jar) throws IOException {
        List<String> entries = new ArrayList<>();
        try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                entries.add(entry.getName() + " " + entry.getTimeLocal() + " " + Jars.sha256(in.readAllBytes()));
            }
        }
        return entries;
    }

    private static Path emulatedJava(Path work) throws IOException {
        Path java = Files.createDirectories(work.resolve("jre/bin")).resolve("java");
        script(
                java,
                TestSettings.property("it.aarch64.emulator"),
                "-L",
                TestSettings.property("it.aarch64.root"),
                TestSettings.property("it.aarch64.java"),
                // Else it starts programs through one of its own, which the kernel underneath cannot run.
                "-Djdk.lang.Process.launchMechanism=VFORK");
        return work.resolve("jre");
    }

    private static Path script(Path file, String... command) throws IOException {
        Files.writeString(file, "#!/bin/sh\nexec '" + String.join("' '", command) + "' \"$@\"\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
