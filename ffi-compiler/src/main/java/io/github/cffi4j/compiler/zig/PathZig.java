package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.process.SearchPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A zig on the PATH: used, and started, only if program and {@code lib} folder are known ones, byte for byte. */
record PathZig(SearchPath searchPath, ZigRelease release, ZigInspector inspector) implements ZigSource.Local {

    @Override
    public String name() {
        return "PATH";
    }

    @Override
    public ZigAnswer find() throws InterruptedException {
        Optional<Path> found = searchPath.find(release.host().executableName());
        if (found.isEmpty()) {
            return new ZigAnswer.Missing("there is no " + release.host().executableName() + " on it");
        }
        try {
            return judge(found.get().toRealPath());
        } catch (IOException e) {
            return new ZigAnswer.Missing(found.get() + " cannot be used: " + e.getMessage());
        }
    }

    private ZigAnswer judge(Path executable) throws IOException, InterruptedException {
        if (!release.executables().contains(inspector.sha256(executable))) {
            return new ZigAnswer.Missing(executable + " is not zig " + release.version()
                    + " as the zig project built it, and was not started; if you trust it, use -Dffi.zig="
                    + executable);
        }
        Path lib = inspector.libDirectory(executable);
        if (!release.libraries().contains(inspector.library(lib, release.libraries()))) {
            return new ZigAnswer.Missing(lib + " is not the lib folder of zig " + release.version()
                    + ", files in it were changed; if you trust it, use -Dffi.zig=" + executable);
        }
        return new ZigAnswer.Found(new Zig(executable, lib, release.version(), "PATH", true)
                .with(new LibraryProof(lib, release, inspector)));
    }
}
