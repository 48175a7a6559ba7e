package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The flags and objects of a link whose library exports only the names of an {@link EntryList}.
 *
 * @param objects the object files, some of them as copies
 * @param flags for the linker
 */
record NarrowLink(List<Path> objects, List<String> flags) {

    /**
     * @param flags the author's: a version script of theirs takes the place of ours
     * @param folder for what the linker reads
     */
    static NarrowLink of(Platform platform, EntryList entries, List<Path> objects, List<String> flags, Path folder)
            throws IOException {
        return switch (platform.os()) {
            case LINUX, FREEBSD -> elf(entries, objects, flags, folder);
            case OSX -> copies(objects, object -> NarrowedObject.machO(object, entries), folder);
            case WINDOWS -> copies(objects, object -> NarrowedObject.coff(object, entries), folder);
        };
    }

    private static NarrowLink elf(EntryList entries, List<Path> objects, List<String> flags, Path folder)
            throws IOException {
        if (flags.stream().anyMatch(flag -> flag.contains("version-script"))) {
            return new NarrowLink(objects, List.of());
        }
        Path script = Files.writeString(folder.resolve("exports.map"), entries.versionScript());
        // Not by -Wl, which ends the path at a comma. A name of the author's may be absent on some platform.
        return new NarrowLink(objects, List.of("-Wl,--undefined-version", "-Xlinker", "--version-script=" + script));
    }

    private interface Narrowing {
        Optional<byte[]> narrow(byte[] object);
    }

    private static NarrowLink copies(List<Path> objects, Narrowing narrowing, Path folder) throws IOException {
        List<Path> narrowed = new ArrayList<>();
        for (Path object : objects) {
            Optional<byte[]> copy = narrowing.narrow(Files.readAllBytes(object));
            narrowed.add(
                    copy.isEmpty()
                            ? object
                            : Files.write(
                                    Files.createDirectories(folder.resolve("objects"))
                                            .resolve(object.getFileName()),
                                    copy.get()));
        }
        return new NarrowLink(narrowed, List.of());
    }
}
