package io.github.cffi4j.real;

import io.github.cffi4j.compiler.fetch.Downloader;
import io.github.cffi4j.compiler.fetch.PackageClient;
import io.github.cffi4j.compiler.fetch.SourceArchive;
import io.github.cffi4j.compiler.fetch.SourceArchiveFetcher;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.process.ProcessRunner;
import io.github.cffi4j.platform.Host;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Writes the cdef and the preamble of a project, before the plugin looks for them:
 *
 * <pre>
 * python LOCATION SHA-256 PROGRAM TARGET         the arguments of ffi.cdef() and ffi.set_source()
 * files LOCATION SHA-256 CDEF PREAMBLE TARGET    two files as they are
 * header LOCATION SHA-256 HEADER MARK FOLDER TARGET   the functions behind MARK; FOLDER has types.cdef and left-out.properties
 * </pre>
 */
public final class TakeCdef {

    private TakeCdef() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = fetch(arguments[1], arguments[2]);
        Path target = Path.of(arguments[arguments.length - 1]);
        String first = Files.readString(folder.resolve(arguments[3]));
        switch (arguments[0]) {
            case "python" ->
                write(
                        target,
                        PythonStrings.argumentsOf("cdef", first).get(0),
                        PythonStrings.argumentsOf("set_source", first).get(1));
            case "files" -> write(target, first, Files.readString(folder.resolve(arguments[4])));
            case "header" ->
                write(
                        target,
                        fromHeader(first, arguments[4], Path.of(arguments[5])),
                        "#include \"" + Path.of(arguments[3]).getFileName() + "\"\n");
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static String fromHeader(String header, String mark, Path folder) throws IOException {
        Properties leftOut = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("left-out.properties"))) {
            leftOut.load(reader);
        }
        return Files.readString(folder.resolve("types.cdef")) + new HeaderFunctions(header, leftOut).cdef(mark);
    }

    private static Path fetch(String location, String sha256) throws IOException, InterruptedException {
        UserCache cache = UserCache.locate(
                Optional.empty(),
                Host.current().platform().os(),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
        return new SourceArchiveFetcher(
                        cache,
                        new Downloader(false),
                        new PackageClient(ProcessRunner.system()),
                        false,
                        System.out::println)
                .fetch(SourceArchive.of("whole", sha256, location))
                .folder();
    }

    private static void write(Path target, String cdef, String preamble) throws IOException {
        Files.createDirectories(target.getParent());
        Files.writeString(target.resolveSibling(target.getFileName() + ".cdef"), cdef);
        Files.writeString(target.resolveSibling(target.getFileName() + ".c"), preamble);
    }
}
