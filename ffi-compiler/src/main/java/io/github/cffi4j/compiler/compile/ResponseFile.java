package io.github.cffi4j.compiler.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Arguments in files, for command lines that are longer than a system takes: Windows takes 32,767 characters. */
final class ResponseFile {
    /** Leaves room for the program and for what Java adds to quote the arguments. */
    private static final int MAX_LENGTH = 30_000;

    private ResponseFile() {}

    /** Returns true if a command line with these arguments is too long for some system. */
    static boolean neededFor(List<String> arguments) {
        return arguments.stream().mapToInt(argument -> argument.length() + 1).sum() > MAX_LENGTH;
    }

    /** The arguments that no such file can have. */
    static List<String> left(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.indexOf('\'') >= 0)
                .toList();
    }

    /**
     * Replaces arguments by {@code @file}. The first one, zig's command, stays. So does an argument with an apostrophe: zig's
     * reader of such files takes it for a quotation mark, in double quotes and behind a backslash too.
     *
     * @param folder for the files
     */
    static List<String> shorten(List<String> arguments, Path folder) throws IOException {
        List<String> line = new ArrayList<>(arguments.subList(0, 1));
        List<String> inFile = new ArrayList<>();
        for (String argument : arguments.subList(1, arguments.size())) {
            if (argument.indexOf('\'') >= 0) {
                flush(inFile, folder, line);
                line.add(argument);
            } else {
                inFile.add(quoted(argument));
            }
        }
        flush(inFile, folder, line);
        return line;
    }

    private static void flush(List<String> inFile, Path folder, List<String> line) throws IOException {
        if (!inFile.isEmpty()) {
            Path file = folder.resolve("arguments-" + line.size());
            Files.writeString(file, String.join("\n", inFile) + "\n");
            line.add("@" + file);
            inFile.clear();
        }
    }

    /** In double quotes a backslash counts only before a double quote, so those before one are doubled. */
    private static String quoted(String argument) {
        return "\"" + argument.replaceAll("(\\\\*)(\"|$)", "$1$1$2").replace("\"", "\\\"") + "\"";
    }
}
