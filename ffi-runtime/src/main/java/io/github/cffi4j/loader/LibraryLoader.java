package io.github.cffi4j.loader;

import io.github.cffi4j.NativeLibraryNotFoundException;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds, verifies, caches and loads a library, in the order that {@link NativeLibrary} tells. Immutable, for any thread. */
final class LibraryLoader {
    private final Surroundings surroundings;

    LibraryLoader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Loads a library and tells which file it was. */
    Path load(Class<?> owner, String library, Consumer<String> systemLoad) {
        Optional<String> override = surroundings.property(pathProperty(library));
        if (override.isPresent()) {
            return loadUnverified(owner, library, Path.of(override.get()).toAbsolutePath(), systemLoad);
        }
        return loadFromCache(find(owner, library), systemLoad);
    }

    private Path loadUnverified(Class<?> owner, String library, Path file, Consumer<String> systemLoad) {
        LoaderLog.info(
                "loading {} for {}, unverified, because -D{} names it", file, owner.getName(), pathProperty(library));
        try {
            systemLoad.accept(file.toString());
            return file;
        } catch (LinkageError e) {
            throw report(owner.getName() + " could not load the library that -D" + pathProperty(library) + " names")
                    .line("tried", file + ": " + reason(file, e))
                    .line("what to do", "correct the path, or leave it away for the library of the class path")
                    .toException(List.of(e));
        }
    }

    private PinnedLibrary find(Class<?> owner, String library) {
        Host host = surroundings.host();
        LibraryManifest manifest = LibraryManifest.find(owner, library).orElseThrow(() -> report(
                        owner.getName() + " has no list of its native libraries")
                .line("looked for", LibraryManifest.path(library) + " in the class loader of " + owner.getName())
                .line(
                        "what to do",
                        "package it with ffi-maven-plugin, which writes the list, or " + ownLibrary(library))
                .toException());
        Platform platform = host.detected()
                .filter(manifest.digests()::containsKey)
                .orElseThrow(() -> unavailable(owner, library, manifest));
        PinnedLibrary pinned = new PinnedLibrary(
                owner, library, platform, manifest, manifest.digests().get(platform));
        if (!pinned.isPresent()) {
            throw missing(pinned);
        }
        return pinned;
    }

    private Path loadFromCache(PinnedLibrary library, Consumer<String> systemLoad) {
        Set<UserPrincipal> users = surroundings.users().get();
        List<String> reasons = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Path folder : CacheFolders.of(surroundings)) {
            try {
                Path file = new LibraryCache(folder, users).provide(library);
                systemLoad.accept(file.toString());
                LoaderLog.debug("loaded {} for {}", file, library.owner().getName());
                return file;
            } catch (IOException | LinkageError e) {
                LoaderLog.debug("passing over {}: {}", folder, reason(folder, e));
                reasons.add(folder + ": " + reason(folder, e));
                failures.add(e);
            }
        }
        throw report(library.owner().getName() + " could not load its native library for " + library.platform())
                .line("library", library.resourcePath() + ", SHA-256 " + library.digest())
                .line(
                        "tried",
                        reasons.isEmpty()
                                ? "no folder: there is no home and no temporary folder"
                                : String.join("\n", reasons))
                .line(
                        "what to do",
                        "name a folder of your own with -D" + CacheFolders.PROPERTY + ", or "
                                + ownLibrary(library.name()))
                .toException(failures);
    }

    private NativeLibraryNotFoundException unavailable(Class<?> owner, String library, LibraryManifest manifest) {
        String name = surroundings.host().candidateName();
        return report(owner.getName() + " has no native library for " + name)
                .line("available", available(manifest))
                .line("what to do", "ask for a build with -Dffi.platforms=...," + name + ", or " + ownLibrary(library))
                .toException();
    }

    private NativeLibraryNotFoundException missing(PinnedLibrary library) {
        return report(library.owner().getName() + " has no native library for " + library.platform()
                        + " on the class path")
                .line("available", available(library.manifest()))
                .line(
                        "looked for",
                        library.resourcePath() + " in the class loader of "
                                + library.owner().getName())
                .line(
                        "what to do",
                        "add this dependency, or " + ownLibrary(library.name()) + "\n"
                                + library.manifest().dependency(library.platform()))
                .toException();
    }

    private FailureReport report(String headline) {
        return new FailureReport(headline)
                .line("this machine", surroundings.host().description());
    }

    private static String available(LibraryManifest manifest) {
        return manifest.digests().isEmpty()
                ? "none"
                : manifest.digests().keySet().stream().map(Platform::classifier).collect(Collectors.joining(" "));
    }

    private static String pathProperty(String library) {
        return "cffi4j." + library + ".path";
    }

    private static String ownLibrary(String library) {
        return "point -D" + pathProperty(library) + " at a library of your own";
    }

    /**
     * What went wrong with a place, without the file's name, which dlopen says twice. Of the file system's exceptions, the
     * kind is part of it.
     */
    private static String reason(Path place, Throwable failure) {
        String message = String.valueOf(failure.getMessage())
                .replaceFirst("^(" + Pattern.quote(place.toString()) + "[^:]*(: |$))+", "");
        return failure instanceof FileSystemException
                ? failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message)
                : message;
    }
}
