package io.github.cffi4j.compiler.process;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program that the tests run in a process of its own. */
final class ChildProgram {
    private ChildProgram() {}

    static Command command(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChildProgram.class.getName()));
        line.addAll(List.of(arguments));
        return Command.of(line);
    }

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "print" -> print(arguments[1], arguments[2], Integer.parseInt(arguments[3]));
            case "flood" -> flood(Integer.parseInt(arguments[1]));
            case "look" -> {
                System.out.println(System.getenv(arguments[1]));
                System.out.println(Path.of("").toRealPath());
                System.out.println("stdin " + System.in.read());
            }
            case "wait" -> waitForever(Integer.parseInt(arguments[1]));
            case "family" -> {
                new ProcessBuilder(command("wait", arguments[1]).arguments()).start();
                waitForever(Integer.parseInt(arguments[1]));
            }
            case "build" -> build(Path.of(arguments[1]), arguments[2]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Runs a family until it is stopped, with a file half written. */
    private static void build(Path folder, String port) throws Exception {
        Shutdown.unfinished(() -> Files.writeString(folder.resolve("half written"), "x"), file -> () -> {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Shutdown.finished(Shutdown.unfinished(() -> Files.writeString(folder.resolve("whole"), "x"), file -> () -> {
            throw new IllegalStateException("was finished: " + file);
        }));
        try {
            ProcessRunner.system().run(command("family", port));
        } catch (IOException e) {
            // Its programs were killed, not by it. What it goes on with must not start.
            ProcessRunner.system().run(command("family", port));
        }
        ProcessRunner.system().run(command("family", port));
    }

    private static void print(String out, String err, int exitCode) {
        System.out.write(
                (out + "\n").getBytes(StandardCharsets.UTF_8), 0, out.getBytes(StandardCharsets.UTF_8).length + 1);
        System.out.flush();
        System.err.println(err);
        System.exit(exitCode);
    }

    /** More than any pipe holds, on both. */
    private static void flood(int lines) {
        for (int i = 0; i < lines; i++) {
            System.err.println("error " + i);
        }
        for (int i = 0; i < lines; i++) {
            System.out.println("line " + i);
        }
    }

    /** Tells its process id to the port and goes on until it is killed or nobody listens any more. */
    private static void waitForever(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            new DataOutputStream(socket.getOutputStream())
                    .writeLong(ProcessHandle.current().pid());
            socket.getInputStream().read();
        }
    }
}
