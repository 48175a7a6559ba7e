package io.github.cffi4j.inline;

import io.github.cffi4j.compiler.compile.ScratchFolder;
import io.github.cffi4j.compiler.fetch.FileTree;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.fetch.SharedDirectory;
import io.github.cffi4j.dynamic.Cdef;
import io.github.cffi4j.dynamic.Library;
import io.github.cffi4j.internal.loader.OwnFolder;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * The snippets that this user has compiled, in a folder to which nobody else can write. Any number of threads and processes may
 * use it at once.
 */
record CompiledSnippets(InlineSettings settings) {
    /** The advice for a program that others get. */
    static final String SHIP = """
              a program that others get needs no compiler: its C goes into a module that ffi-maven-plugin builds:
                <plugin>
                  <groupId>io.github.cffi4j</groupId>
                  <artifactId>ffi-maven-plugin</artifactId>
                  <extensions>true</extensions>
                </plugin>
                <dependency>
                  <groupId>io.github.cffi4j</groupId>
                  <artifactId>ffi-runtime</artifactId>
                </dependency>""";

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String CDEF = "cdef";
    private static final String DIGESTS = "digests";

    Library load(Snippet snippet) {
        if (!settings.compiles()) {
            throw new InlineException(
                    "C is not compiled in this program, because -Dffi.inline=off forbids it\n" + SHIP);
        }
        Platform platform = Host.current().platform();
        try {
            Path all = OwnFolder.open(settings.cache().root().resolve("inline"));
            Path entry = all.resolve(snippet.key(platform));
            Path library = entry.resolve(platform.libraryFileName("snippet"));
            if (!isWhole(entry, platform)) {
                obtain(snippet, platform, entry);
            }
            noteUse(entry);
            Cdef cdef = Cdef.of(Files.readString(entry.resolve(CDEF)));
            return cdef.open(SnippetLibrary.open(library));
        } catch (IOException e) {
            throw new InlineException("C cannot be compiled or loaded: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InlineException("interrupted while C was being compiled", e);
        }
    }

    /** In a method of its own, so that a snippet that is there loads none of these classes. */
    private void obtain(Snippet snippet, Platform platform, Path entry) throws IOException, InterruptedException {
        new SharedDirectory(entry)
                .obtain(
                        Progress.silent(),
                        folder -> isWhole(folder, platform),
                        empty -> fill(snippet, platform, empty));
    }

    private void fill(Snippet snippet, Platform platform, Path entry) throws IOException, InterruptedException {
        Path library = entry.resolve(platform.libraryFileName("snippet"));
        try (ScratchFolder scratch = ScratchFolder.beside(entry)) {
            String cdef = new SnippetCompiler(settings, platform).compile(snippet, scratch.path(), library);
            Files.writeString(entry.resolve(CDEF), cdef);
        }
        Files.writeString(entry.resolve(DIGESTS), digests(entry, platform));
        prune(entry.getParent().getParent());
    }

    private static void noteUse(Path entry) throws IOException {
        Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
    }

    /** Removes snippets that nobody has used for long. */
    private static void prune(Path all) throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(all, Files::isDirectory)) {
            for (Path entry : entries) {
                if (Files.getLastModifiedTime(entry).compareTo(oldest) < 0) {
                    FileTree.delete(entry);
                }
            }
        }
    }

    /** Returns true if an entry is as it was written. A disk may have damaged it. */
    private static boolean isWhole(Path entry, Platform platform) {
        try {
            return Files.readString(entry.resolve(DIGESTS)).equals(digests(entry, platform));
        } catch (IOException e) {
            return false;
        }
    }

    private static String digests(Path entry, Platform platform) throws IOException {
        String cdef = Files.readString(entry.resolve(CDEF));
        return Sha256.of(entry.resolve(platform.libraryFileName("snippet"))).hex() + "\n"
                + Sha256.of(cdef.getBytes(StandardCharsets.UTF_8)).hex() + "\n";
    }
}
