package io.github.cffi4j.compiler.pack;

import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.compile.ScratchFolder;
import io.github.cffi4j.compiler.compile.SymbolFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Writes the jar of one platform: the library at the path where the loader, and native-lib-loader, look for it, and what makes
 * the jar a module and known to native-image; and its bill of materials. The same library and time give the same bytes.
 */
public final class ClassifierJar {

    private ClassifierJar() {}

    /**
     * @param library the native library's name, without prefix and suffix
     * @param more what else goes in, by its path in the jar
     * @param time what all entries are dated, in UTC
     */
    public static void write(
            Path jar, String library, LinkedLibrary linked, SortedMap<String, byte[]> more, LocalDateTime time)
            throws IOException {
        try (ScratchFolder scratch = ScratchFolder.beside(jar)) {
            Path part = scratch.path().resolve(jar.getFileName());
            try (OutputStream bytes = Files.newOutputStream(part);
                    JarOutputStream out = new JarOutputStream(bytes)) {
                out.putNextEntry(entry(JarFile.MANIFEST_NAME, time));
                manifest().write(out);
                String classifier = linked.platform().classifier();
                PlatformModule module = PlatformModule.of(library, classifier);
                out.putNextEntry(entry("module-info.class", time));
                out.write(module.moduleInfo());
                out.putNextEntry(entry(module.providerPath(), time));
                out.write(module.provider());
                out.putNextEntry(entry(ReachabilityMetadata.path(library + "-" + classifier), time));
                out.write(ReachabilityMetadata.ofResource(linked.platform().resourcePath(library))
                        .getBytes(StandardCharsets.UTF_8));
                for (Map.Entry<String, byte[]> file : more.entrySet()) {
                    out.putNextEntry(entry(file.getKey(), time));
                    out.write(file.getValue());
                }
                out.putNextEntry(entry(linked.platform().resourcePath(library), time));
                Files.copy(linked.file(), out);
            }
            ScratchFolder.move(part, jar);
        }
    }

    /**
     * Writes the jar with the symbols of a platform's library, where debuggers look for them.
     *
     * @param symbols the symbol file
     */
    public static void writeSymbols(Path jar, Path symbols, LocalDateTime time) throws IOException {
        Map<String, Path> files = SymbolFile.store(symbols);
        try (ScratchFolder scratch = ScratchFolder.beside(jar)) {
            Path part = scratch.path().resolve(jar.getFileName());
            try (OutputStream bytes = Files.newOutputStream(part);
                    JarOutputStream out = new JarOutputStream(bytes)) {
                out.putNextEntry(entry(JarFile.MANIFEST_NAME, time));
                manifest().write(out);
                for (Map.Entry<String, Path> file : files.entrySet()) {
                    out.putNextEntry(entry(file.getKey(), time));
                    Files.copy(file.getValue(), out);
                }
            }
            ScratchFolder.move(part, jar);
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }

    private static JarEntry entry(String name, LocalDateTime time) {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(time);
        return entry;
    }
}
