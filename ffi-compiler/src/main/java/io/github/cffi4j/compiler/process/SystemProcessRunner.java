package io.github.cffi4j.compiler.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

final class SystemProcessRunner implements ProcessRunner {
    /** ENOENT and ERROR_FILE_NOT_FOUND are both 2; the words around it differ between JDK versions. */
    private static final Pattern NO_SUCH_FILE = Pattern.compile("error[=:] ?2\\b");

    @Override
    public ProcessResult run(Command command) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + command.timeLimit().toNanos();
        Process process = start(command);
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        try {
            process.getOutputStream().close();
            CompletableFuture<String> stdout = command.reader().isPresent()
                    ? drainTo(command.reader().get(), process.getInputStream())
                    : drain(process.getInputStream(), lines);
            CompletableFuture<String> stderr = drain(process.getErrorStream(), lines);
            if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            // A child that outlives the program may hold the pipes open: the limit counts for it too.
            return new ProcessResult(
                    command, process.exitValue(), await(stdout, deadline), await(stderr, deadline), lines);
        } catch (TimeoutException e) {
            ProcessTree.kill(process.toHandle());
            throw new CommandTimeoutException(command, snapshot(lines));
        } finally {
            // By an interrupt or a failing pipe; to look for children costs more than a small program does.
            if (process.isAlive()) {
                ProcessTree.kill(process.toHandle());
            }
            Shutdown.ended(process);
        }
    }

    private static Process start(Command command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments());
        builder.environment().keySet().removeIf(command.inherited().negate());
        builder.environment().putAll(command.environment());
        builder.redirectErrorStream(command.merged());
        if (command.directory().isPresent()) {
            Path directory = command.directory().get();
            if (!Files.isDirectory(directory)) {
                throw new IOException("no such working directory: " + directory + " (for: " + command.line() + ")");
            }
            builder.directory(directory.toFile());
        }
        return Shutdown.program(() -> {
            try {
                return builder.start();
            } catch (IOException e) {
                if (NO_SUCH_FILE.matcher(String.valueOf(e.getMessage())).find()) {
                    throw new CommandNotFoundException(command);
                }
                throw new IOException("cannot start: " + command.line() + ": " + e.getMessage(), e);
            }
        });
    }

    /** Reads in a thread of its own: a program blocks for ever when nobody empties one of its pipes. */
    private static CompletableFuture<String> drain(InputStream stream, List<String> lines) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader = new Thread(() -> text.complete(read(stream, lines)), "output of a program");
        reader.setDaemon(true);
        reader.start();
        return text;
    }

    /** Gives the output to a reader; what the reader leaves is thrown away, or the program would wait for ever. */
    private static CompletableFuture<String> drainTo(OutputReader reader, InputStream stream) {
        CompletableFuture<String> end = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    Throwable failure = null;
                    try (stream) {
                        try {
                            reader.read(stream);
                        } catch (IOException | RuntimeException | StackOverflowError e) {
                            failure = e;
                        }
                        stream.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // The pipe of a killed process breaks.
                    }
                    if (failure == null) {
                        end.complete("");
                    } else {
                        end.completeExceptionally(failure);
                    }
                },
                "output of a program");
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    private static String read(InputStream stream, List<String> lines) {
        StringBuilder text = new StringBuilder();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                text.append(line).append('\n');
                lines.add(line);
            }
        } catch (IOException e) {
            // The pipe of a killed process breaks; what was read so far is all there is.
        }
        return text.toString();
    }

    private static String await(CompletableFuture<String> text, long deadline)
            throws IOException, InterruptedException, TimeoutException {
        try {
            return text.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            } else if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<String> snapshot(List<String> lines) {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }
}
