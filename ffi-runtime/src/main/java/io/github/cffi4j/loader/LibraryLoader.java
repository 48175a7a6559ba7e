package io.github.cffi4j.loader;

import io.github.cffi4j.loader.NativeLibrary.SystemLoad;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds, verifies, caches and loads a library, in the order that {@link NativeLibrary} tells. Immutable, for any thread.
 *
 * <p>What a warm start runs is written without lambdas, streams, regular expressions and formats, each of which costs
 * milliseconds in a JVM that has just started.
 */
final class LibraryLoader {
    /** As many class loaders may have the same library at once. */
    private static final int MOST_COPIES = 100;

    private final Surroundings surroundings;

    LibraryLoader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Loads a library and tells which file it was. */
    Path load(Class<?> owner, String library, SystemLoad systemLoad) {
        Optional<ChosenLibrary> chosen = ChosenLibrary.find(surroundings, library);
        return chosen.isPresent()
                ? loadUnverified(owner, library, chosen.get(), systemLoad)
                : loadFromCache(find(owner, library), systemLoad);
    }

    private Path loadUnverified(Class<?> owner, String library, ChosenLibrary chosen, SystemLoad systemLoad) {
        LoaderLog.info("loading {} for {}, unverified, because of {}", chosen.file(), owner.getName(), chosen.origin());
        try {
            systemLoad.load(chosen.file().toString());
            return chosen.file();
        } catch (IllegalCallerException e) {
            throw LoadReports.denied(owner, surroundings.host(), e);
        } catch (UnsatisfiedLinkError e) {
            Refusal refusal = Refusal.of(chosen.file(), e, surroundings.host());
            throw LoadReports.chosenRefused(owner, library, chosen, refusal, surroundings.host());
        }
    }

    private PinnedLibrary find(Class<?> owner, String library) {
        Host host = surroundings.host();
        Optional<LibraryManifest> manifest = LibraryManifest.find(owner, library);
        if (manifest.isEmpty()) {
            throw LoadReports.unlisted(owner, library, host);
        }
        Optional<Platform> platform = host.detected();
        Optional<Sha256> digest = platform.isPresent() ? manifest.get().digest(platform.get()) : Optional.empty();
        if (digest.isEmpty()) {
            throw LoadReports.unavailable(owner, library, manifest.get(), host);
        }
        PinnedLibrary pinned = new PinnedLibrary(owner, library, platform.get(), manifest.get(), digest.get(), host);
        // Also on a warm start, or a forgotten dependency would be found out by the first user with an empty cache.
        if (!pinned.isPresent()) {
            throw LoadReports.missing(pinned);
        }
        return pinned;
    }

    private Path loadFromCache(PinnedLibrary library, SystemLoad systemLoad) {
        List<Refusal> refusals = new ArrayList<>();
        for (Path folder : CacheFolders.of(surroundings)) {
            try {
                return loadFrom(new LibraryCache(folder, surroundings.user()), library, systemLoad);
            } catch (IOException e) {
                refusals.add(Refusal.of(folder, e));
            } catch (RefusedException e) {
                refusals.add(e.refusal().at(folder));
                if (!e.refusal().cause().isOfPlace()) {
                    break;
                }
            }
            LoaderLog.debug("passing over {}", refusals.get(refusals.size() - 1));
        }
        throw LoadReports.refused(library, refusals);
    }

    /** A JVM gives a file to one class loader only: the next one gets a copy. */
    private Path loadFrom(LibraryCache cache, PinnedLibrary library, SystemLoad systemLoad)
            throws IOException, RefusedException {
        for (int copy = 0; ; copy++) {
            Path file = cache.provide(library, copy);
            try {
                systemLoad.load(file.toString());
                return file;
            } catch (IllegalCallerException e) {
                throw LoadReports.denied(library.owner(), surroundings.host(), e);
            } catch (UnsatisfiedLinkError e) {
                boolean taken = String.valueOf(e.getMessage()).contains("already loaded in another classloader");
                boolean pruned = Files.notExists(file);
                if (!taken && !pruned || copy == MOST_COPIES) {
                    throw new RefusedException(Refusal.of(file, e, surroundings.host()));
                }
            }
        }
    }
}
