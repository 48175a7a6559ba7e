package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The flags and objects of a link whose library exports only the names of an {@link EntryList}.
 *
 * @param objects the object files, some of them as copies
 * @param flags for the linker: the author's, with copies of some static libraries, and ours
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
            case OSX -> copies(objects, flags, object -> NarrowedObject.machO(object, entries), folder);
            case WINDOWS -> copies(objects, flags, object -> NarrowedObject.coff(object, entries), folder);
        };
    }

    private static NarrowLink elf(EntryList entries, List<Path> objects, List<String> flags, Path folder)
            throws IOException {
        if (flags.stream().anyMatch(flag -> flag.contains("version-script"))) {
            return new NarrowLink(objects, flags);
        }
        Path script = Files.writeString(folder.resolve("exports.map"), entries.versionScript());
        // Not by -Wl, which ends the path at a comma. A name of the author's may be absent on some platform.
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of("-Wl,--undefined-version", "-Xlinker", "--version-script=" + script));
        return new NarrowLink(objects, all);
    }

    private static NarrowLink copies(
            List<Path> objects, List<String> flags, Function<byte[], Optional<byte[]>> narrowing, Path folder)
            throws IOException {
        List<Path> narrowed = new ArrayList<>();
        for (Path object : objects) {
            Optional<byte[]> copy = narrowing.apply(Files.readAllBytes(object));
            narrowed.add(
                    copy.isEmpty()
                            ? object
                            : Files.write(
                                    Files.createDirectories(folder.resolve("objects"))
                                            .resolve(object.getFileName()),
                                    copy.get()));
        }
        List<String> copied = new ArrayList<>();
        for (String flag : flags) {
            Optional<byte[]> archive = archive(flag, narrowing);
            copied.add(
                    archive.isEmpty()
                            ? flag
                            : Files.write(
                                            Files.createDirectories(folder.resolve("archives"))
                                                    .resolve(copied.size() + "-"
                                                            + Path.of(flag).getFileName()),
                                            archive.get())
                                    .toString());
        }
        return new NarrowLink(narrowed, copied);
    }

    /** A static library of the author's with other exports; nothing if the flag names none, or if it needs no other. */
    private static Optional<byte[]> archive(String flag, Function<byte[], Optional<byte[]>> narrowing)
            throws IOException {
        if (flag.startsWith("-")
                || !flag.endsWith(".a") && !flag.endsWith(".lib")
                || !Files.isRegularFile(Path.of(flag))) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(Path.of(flag));
        return NarrowedArchive.isArchive(content) ? NarrowedArchive.of(content, narrowing) : Optional.empty();
    }
}
