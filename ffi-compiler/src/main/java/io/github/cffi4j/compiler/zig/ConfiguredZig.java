package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The zig that the user points at with {@code ffi.zig}: the program or the folder it is in. */
record ConfiguredZig(Optional<Path> path, ZigRelease release, ZigInspector inspector) implements ZigSource.Local {
    private static final int HASH_DIGITS = 16;

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
            Sha256 program = inspector.sha256(executable);
            boolean known = release.executables().contains(program);
            if (!known) {
                requireVersion(inspector.version(executable));
            }
            Path lib = inspector.libDirectory(executable);
            Sha256 library = known ? inspector.library(lib, release.libraries()) : inspector.library(lib);
            if (known && release.libraries().contains(library)) {
                return new ZigAnswer.Found(new Zig(executable, lib, release.version(), "configured", true)
                        .with(new LibraryProof(lib, release, inspector)));
            }
            return new ZigAnswer.Found(new Zig(
                    executable, lib, release.version() + "-" + both(program, library), unverified(known), false));
        } catch (ZigNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw new ZigNotFoundException("-Dffi.zig=" + path.get() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void requireVersion(String version) throws ZigNotFoundException {
        if (!version.equals(release.version())) {
            throw new ZigNotFoundException("-Dffi.zig=" + path.orElseThrow() + " is zig " + version + ", needed is zig "
                    + release.version() + "; point it at that version, or remove the parameter");
        }
    }

    /** Objects made by another zig of this version are not taken for those that this one would make. */
    private static String both(Sha256 program, Sha256 library) {
        return Sha256.of((program.hex() + library.hex()).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, HASH_DIGITS);
    }

    private static String unverified(boolean known) {
        return known ? "configured, not verified: files in its lib folder were changed" : "configured, not verified";
    }

    private Path executable(Path configured) throws ZigNotFoundException {
        Path executable = Files.isDirectory(configured)
                ? configured.resolve(release.host().executableName())
                : configured;
        if (!Files.isRegularFile(executable)) {
            throw new ZigNotFoundException("-Dffi.zig=" + path.orElseThrow() + ": there is no "
                    + release.host().executableName() + " at " + executable
                    + "; name the program or the folder it is in, or remove the parameter");
        }
        return executable;
    }
}
