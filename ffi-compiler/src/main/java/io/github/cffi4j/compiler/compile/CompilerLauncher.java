package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.process.Command;
import io.github.cffi4j.compiler.zig.Zig;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that runs the compiler in our place, as {@code ccache} and {@code sccache} do. They expect a compiler that is one
 * program, and {@code zig cc} is two words; so they are given a script of a compiler's name.
 *
 * @param launcher the program and its arguments; empty for none
 * @param scripts where the scripts go
 */
record CompilerLauncher(List<String> launcher, Zig zig, Path scripts) {
    /** Through it the script finds zig, so that its text, which launchers hash, is the same on all machines. */
    private static final String ZIG = "CFFI4J_ZIG";

    private static final boolean WINDOWS = File.separatorChar == '\\';

    boolean isNone() {
        return launcher.isEmpty();
    }

    /**
     * @param arguments zig's: {@code cc} or {@code c++}, and the rest
     */
    Command command(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(launcher);
        line.add(script(arguments.get(0)).toString());
        line.addAll(arguments.subList(1, arguments.size()));
        return Command.of(line).with(ZIG, zig.executable().toString());
    }

    /** The script for Windows has never been run: the tests of this project run on Linux. */
    private Path script(String driver) throws IOException {
        String name = (driver.equals("c++") ? "clang++" : "clang") + (WINDOWS ? ".cmd" : "");
        Path script = scripts.resolve("launched-" + zig.version()).resolve(name);
        if (!Files.exists(script)) {
            String text = WINDOWS
                    ? "@rem zig " + zig.version() + "\r\n@\"%" + ZIG + "%\" " + driver + " %*\r\n"
                    : "#!/bin/sh\n# zig " + zig.version() + "\nexec \"$" + ZIG + "\" " + driver + " \"$@\"\n";
            try (ScratchFolder scratch = ScratchFolder.beside(script)) {
                Path made = Files.writeString(scratch.path().resolve(name), text);
                if (!WINDOWS) {
                    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
                ScratchFolder.move(made, script);
            }
        }
        return script;
    }
}
