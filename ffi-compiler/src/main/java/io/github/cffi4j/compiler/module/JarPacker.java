package io.github.cffi4j.compiler.module;

import io.github.cffi4j.audit.json.JsonText;
import io.github.cffi4j.compiler.compile.BuildRecord;
import io.github.cffi4j.compiler.compile.FileHashes;
import io.github.cffi4j.compiler.compile.HashedFile;
import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.compile.PluginBuild;
import io.github.cffi4j.compiler.compile.SymbolFile;
import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.pack.ClassifierJar;
import io.github.cffi4j.compiler.project.FfiProject;
import io.github.cffi4j.compiler.sbom.BomWriter;
import io.github.cffi4j.compiler.sbom.BundledPart;
import io.github.cffi4j.compiler.sbom.PartFinder;
import io.github.cffi4j.compiler.trace.Trace;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.platform.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Packs the jars of a module's libraries, each with its bill of materials and the licences that it names. */
record JarPacker(FfiProject project, ModuleRelease release, PackRequest request) {

    /** The classifier jar of a library; not written if it is up to date. */
    Path pack(LinkedLibrary linked) throws IOException, InterruptedException {
        SortedMap<String, byte[]> materials = materials(linked);
        String classifier = linked.platform().classifier();
        Path jar = request.jar(classifier);
        Trace.Running work = project.trace().start("pack", jar.getFileName().toString());
        Path record = project.layout().work().resolve("jar").resolve(classifier + ".made");
        String command = PluginBuild.identity(JsonText.class, Platform.class) + "\n" + project.library() + "\n"
                + release.time() + "\n" + hash(materials);
        FileHashes hashes = new FileHashes();
        if (BuildRecord.current(record, jar, command, hashes).isEmpty()) {
            HashedFile library = hashes.of(linked.file())
                    .filter(file -> file.hash().equals(linked.sha256().hex()))
                    .orElseThrow(() -> new IOException(
                            linked.file() + " was replaced while it was being packed: by another build; build again"));
            ClassifierJar.write(jar, project.library(), linked, materials, release.time());
            BuildRecord.write(record, jar, command, "", List.of(library));
            work.done();
        }
        return jar;
    }

    /** The jar for who debugs, on which nothing depends; empty if there is none. */
    Optional<Path> symbols(LinkedLibrary linked) throws IOException {
        Path file = SymbolFile.of(linked.file());
        // A library for Windows that needs zig's full run time has none.
        if (!project.options().debug().separate() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Path jar = request.jar(PackResult.symbolsOf(linked.platform()));
        ClassifierJar.writeSymbols(jar, file, release.time());
        return Optional.of(jar);
    }

    private SortedMap<String, byte[]> materials(LinkedLibrary linked) throws IOException, InterruptedException {
        Zig zig = project.compiler().get();
        List<BundledPart> parts = new PartFinder(
                        release.plugin(),
                        zig,
                        request.archives(),
                        request.built(linked.platform()),
                        request.prebuilt(linked.platform()))
                .of(linked);
        BomWriter bom = release.bom(project.library(), zig);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(
                bom.module().bomPath(Optional.of(linked.platform().classifier())),
                bom.ofNativeJar(linked, parts, NeededLibraries.of(project, Set.of(linked.platform())))
                        .getBytes(StandardCharsets.UTF_8));
        for (BundledPart part : parts) {
            part.texts().forEach(text -> files.put(text.path(), text.content()));
        }
        return files;
    }

    private static Sha256 hash(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.forEach((path, content) -> {
            all.writeBytes(path.getBytes(StandardCharsets.UTF_8));
            all.writeBytes(content);
        });
        return Sha256.of(all.toByteArray());
    }
}
