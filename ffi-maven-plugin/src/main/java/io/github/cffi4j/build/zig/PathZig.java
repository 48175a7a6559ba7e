package io.github.cffi4j.build.zig;

import io.github.cffi4j.build.process.SearchPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A zig on the PATH: used only if it is one of the known programs, byte for byte. */
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
        String version = inspector.version(executable);
        if (!version.equals(release.version())) {
            return new ZigAnswer.Missing(executable + " is zig " + version + ", needed is " + release.version());
        }
        if (!release.executables().contains(inspector.sha256(executable))) {
            return new ZigAnswer.Missing(executable + " is zig " + version
                    + " but not a build of the zig project; if you trust it, use -Dffi.zig=" + executable);
        }
        return new ZigAnswer.Found(new Zig(executable, inspector.libDirectory(executable), version, "PATH", true));
    }
}
