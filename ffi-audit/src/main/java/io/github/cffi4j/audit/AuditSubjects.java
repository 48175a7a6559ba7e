package io.github.cffi4j.audit;

import io.github.cffi4j.audit.check.ExpectedPlatform;
import io.github.cffi4j.audit.check.PlatformGuess;
import io.github.cffi4j.audit.check.Subject;
import io.github.cffi4j.audit.policy.AuditInputException;
import io.github.cffi4j.audit.read.JarReader;
import io.github.cffi4j.audit.read.JarReader.JarEntry;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The files to audit: the libraries in jars as they are published, or one file. */
public final class AuditSubjects {
    private static final int ZIP = 'P' << 8 | 'K';

    private AuditSubjects() {}

    /**
     * The libraries of a module.
     *
     * @param jars its classifier jars
     * @param classes the folder whose content is the main jar, with the file that pins hashes
     * @param library its name, without prefix and suffix
     * @throws AuditInputException if a jar has no library
     */
    public static List<Subject> ofModule(Map<Platform, Path> jars, Path classes, String library) throws IOException {
        Properties pinned = new Properties();
        Path file = classes.resolve("META-INF/cffi4j/" + library + ".properties");
        if (Files.isRegularFile(file)) {
            try (InputStream content = Files.newInputStream(file)) {
                pinned.load(content);
            }
        }
        List<Subject> subjects = new ArrayList<>();
        for (Map.Entry<Platform, Path> jar : jars.entrySet()) {
            Platform platform = jar.getKey();
            String own = platform.resourcePath(library);
            for (JarEntry entry : entries(jar.getValue())) {
                Optional<String> sha256 = entry.name().equals(own)
                        ? Optional.ofNullable(pinned.getProperty(platform.classifier()))
                        : Optional.empty();
                subjects.add(new Subject(name(entry), entry.bytes(), ExpectedPlatform.of(platform), sha256));
            }
        }
        return subjects;
    }

    /**
     * The libraries of any jar, or a library; for which platforms is read from their paths.
     *
     * @throws AuditInputException if there is none
     */
    public static List<Subject> ofFile(Path file) throws IOException {
        byte[] head;
        try (InputStream content = Files.newInputStream(file)) {
            head = content.readNBytes(2);
        }
        String name = file.getFileName().toString();
        if (head.length < 2 || (head[0] << 8 | head[1]) != ZIP) {
            return List.of(new Subject(name, Files.readAllBytes(file), PlatformGuess.ofPath(name), Optional.empty()));
        }
        return entries(file).stream()
                .map(entry -> new Subject(
                        entry.name(),
                        entry.bytes(),
                        PlatformGuess.ofPath(name + "!/" + entry.name()),
                        Optional.empty()))
                .toList();
    }

    private static List<JarEntry> entries(Path jar) throws IOException {
        List<JarEntry> entries = JarReader.read(jar);
        if (entries.isEmpty()) {
            throw new AuditInputException("there is no native library in " + jar);
        }
        return entries;
    }

    private static String name(JarEntry entry) {
        return entry.name().substring(entry.name().lastIndexOf('/') + 1);
    }
}
