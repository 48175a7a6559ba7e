package io.github.cffi4j.internal.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DoctorReportTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the made-up machine is a Linux")
    void tellsAllThatTheLoaderSees() throws Exception {
        folder = folder.toRealPath();
        FakeSurroundings surroundings = new FakeSurroundings(folder);
        surroundings.host = FakeSurroundings.host(
                "Linux",
                "amd64",
                "7f04-7f05 r-xp 00000000 fe:01 2   /lib/libc.so.6",
                Map.of("/lib/libc.so.6", "GNU C Library stable release version 2.36."));
        surroundings.environment.put("CFFI4J_CACHE_DIR", folder + "/mine");
        Files.createDirectories(folder.resolve("home/.cache/cffi4j"));
        Files.writeString(folder.resolve("home/.cffi4j"), "no folder");

        assertThat(DoctorReport.text(surroundings)).isEqualTo(String.format(Locale.ROOT, """
                cffi4j's view of this machine
                  this machine: Linux x86_64, glibc 2.36, Java 25 (os.name=Linux, os.arch=amd64)
                  platform:     linux-x86_64
                  user:         ada
                  settings:     the environment variable CFFI4J_CACHE_DIR=%1$s/mine
                                -Dcffi4j.library.dir and CFFI4J_LIBRARY_DIR are not set
                  caches:       %1$s/mine: not there yet
                                %1$s/home/.cache/cffi4j: good
                                %1$s/home/.cffi4j: this is no folder
                                %1$s/tmp/cffi4j-ada: not there yet
                  native access: Java warns of libraries until it is told which module may load them: --enable-native-access=ALL-UNNAMED
                                for the class path, or the name of the module that has the binding""", folder));
        assertThat(folder.resolve("home/.cache/cffi4j")).isEmptyDirectory();
    }
}
