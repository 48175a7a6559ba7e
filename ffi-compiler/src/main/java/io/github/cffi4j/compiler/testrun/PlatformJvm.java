package io.github.cffi4j.compiler.testrun;

import io.github.cffi4j.audit.bytes.MalformedFileException;
import io.github.cffi4j.audit.facts.ElfFacts;
import io.github.cffi4j.audit.facts.LibraryFacts;
import io.github.cffi4j.audit.facts.PeFacts;
import io.github.cffi4j.audit.read.LibraryReader;
import io.github.cffi4j.compiler.setting.WrongSettingException;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JVM on this machine's disk, of any platform.
 *
 * @param java the program that starts it
 * @param home its folder; empty for a script that starts one
 */
public record PlatformJvm(Platform platform, Path java, Optional<Path> home) {
    /** A small library that each JVM has, by the places where systems keep it. */
    private static final List<String> LIBRARIES = List.of("lib/libjava.so", "bin/java.dll", "lib/libjava.dylib");

    private static final List<String> PROGRAMS = List.of("bin/java", "bin/java.exe");

    /**
     * Finds out what a JVM is by reading one of its libraries; starts nothing.
     *
     * @throws WrongSettingException if there is none, or its platform cannot be told
     */
    public static PlatformJvm of(JvmSetting setting) throws IOException {
        Path path = setting.path().toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new WrongSettingException("<jvms>: there is no " + path);
        }
        Path java = Files.isDirectory(path) ? program(path) : path;
        Optional<Path> home = Optional.ofNullable(java.toRealPath().getParent())
                .map(Path::getParent)
                .filter(folder -> library(folder).isPresent());
        Optional<Platform> platform = setting.platform();
        if (platform.isEmpty() && home.isPresent()) {
            platform = platform(library(home.get()).orElseThrow());
        }
        return new PlatformJvm(
                platform.orElseThrow(() -> new WrongSettingException(Text.format("""
                        <jvms>: nothing tells for which platform %s is
                          fix: put the platform in front: linux-aarch_64=%s""", path, path))), java, home);
    }

    /** The nearest folder above that holds the C library of this JVM, as a system of its own has it. */
    Optional<Path> root() {
        Path folder = home.orElse(java).getParent();
        while (folder != null && folder.getParent() != null) {
            if (loader(folder).isPresent()) {
                return Optional.of(folder);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    /** The program of a root folder that loads programs. */
    static Optional<Path> loader(Path root) {
        return Stream.of("lib", "lib64")
                .map(root::resolve)
                .filter(Files::isDirectory)
                .flatMap(PlatformJvm::loaders)
                .findFirst();
    }

    private static Stream<Path> loaders(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("ld(64|-.*)\\.so\\.\\d+"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            // A folder of others: it is not this JVM's.
            return Stream.empty();
        }
    }

    private static Path program(Path home) {
        return PROGRAMS.stream()
                .map(home::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new WrongSettingException("<jvms>: there is no bin/java in " + home));
    }

    private static Optional<Path> library(Path home) {
        return LIBRARIES.stream()
                .map(home::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Platform> platform(Path library) throws IOException {
        LibraryFacts facts;
        try {
            facts = LibraryReader.read(Files.readAllBytes(library)).get(0);
        } catch (MalformedFileException e) {
            throw new IOException(library + " cannot be read: " + e.getMessage(), e);
        }
        OperatingSystem os = OperatingSystem.OSX;
        if (facts instanceof ElfFacts) {
            os = facts.common().needed().contains("libc.so.7") ? OperatingSystem.FREEBSD : OperatingSystem.LINUX;
        } else if (facts instanceof PeFacts) {
            os = OperatingSystem.WINDOWS;
        }
        OperatingSystem system = os;
        boolean musl = facts.common().needed().stream()
                .anyMatch(name -> name.equals("libc.so") || name.startsWith("libc.musl-"));
        return Arrays.stream(Platform.values())
                .filter(platform -> platform.os() == system
                        && platform.arch()
                                .classifier()
                                .equals(facts.common().machine().name())
                        && (platform.libc() == Libc.MUSL) == musl)
                .findFirst();
    }
}
