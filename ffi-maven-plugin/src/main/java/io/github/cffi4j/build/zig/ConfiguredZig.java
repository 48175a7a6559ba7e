package io.github.cffi4j.build.zig;

import io.github.cffi4j.build.fetch.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The zig that the user points at with {@code ffi.zig}: the program or the folder it is in. */
record ConfiguredZig(Optional<Path> path, ZigRelease release, ZigInspector inspector) implements ZigSource.Local {

    @Override
    public String name() {
        return "configured path";
    }

    /** The user's will: no other source stands in for a wrong path, and an unknown hash is no obstacle. */
    @Override
    public ZigAnswer find() throws IOException, InterruptedException {
        if (path.isEmpty()) {
            return new ZigAnswer.Missing("none is configured");
        }
        Path executable = executable(path.get().toAbsolutePath().normalize());
        try {
            String version = inspector.version(executable);
            if (!version.equals(release.version())) {
                throw new ZigNotFoundException("-Dffi.zig=" + path.get() + " is zig " + version + ", needed is zig "
                        + release.version() + "; point it at that version, or leave the parameter out");
            }
            Sha256 sha256 = inspector.sha256(executable);
            boolean known = release.executables().contains(sha256);
            return new ZigAnswer.Found(new Zig(
                    executable,
                    inspector.libDirectory(executable),
                    // What another program of this version makes is not taken for what this one would make.
                    known ? version : version + "-" + sha256.hex().substring(0, 16),
                    known ? "configured" : "configured, not verified",
                    known));
        } catch (ZigNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw new ZigNotFoundException("-Dffi.zig=" + path.get() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private Path executable(Path configured) throws ZigNotFoundException {
        Path executable = Files.isDirectory(configured)
                ? configured.resolve(release.host().executableName())
                : configured;
        if (!Files.isRegularFile(executable)) {
            throw new ZigNotFoundException("-Dffi.zig=" + path.orElseThrow() + ": there is no "
                    + release.host().executableName() + " at " + executable
                    + "; name the program or the folder it is in, or leave the parameter out");
        }
        return executable;
    }
}
