package io.github.cffi4j.internal.loader;

import io.github.cffi4j.NativeLibraryNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * Finds, verifies, caches and loads the native library of a generated class. Immutable, for any thread.
 *
 * <ol>
 *   <li>{@code -Dcffi4j.<library>.path} names a file: that one, unverified.
 *   <li>Otherwise the main jar pins a SHA-256 for this machine's platform, and the platform's jar has the library.
 *   <li>Its verified bytes are kept in a private cache, by content. The cache is {@code -Dcffi4j.cache.dir}, or the
 *       user's caches, or a folder below the temporary one: the first from which the library really loads. If there is
 *       none, they are kept in a new folder until the process ends.
 * </ol>
 *
 * <p>What a warm start runs is written without lambdas, streams, regular expressions and formats, each of which costs
 * milliseconds in a JVM that has just started, and with few classes of its own: docs/decisions/0018-quick-from-the-start.md.
 */
public final class LibraryLoader {
    /** When as many class loaders have the same library, the garbage collector is asked whether some are gone. */
    private static final int MANY_COPIES = 100;

    /** As many class loaders may have the same library at once. */
    private static final int MOST_COPIES = 1000;

    /** How long the JVM may take to unload what was collected. */
    private static final int UNLOADING_MILLIS = 200;

    /** The copy that each class loader has, by the folder of the copy that every class loader tries first. */
    private static final Map<ClassLoader, Map<Path, Integer>> COPIES = new WeakHashMap<>();

    private final Surroundings surroundings;

    LibraryLoader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Loads a library. Loading it again for the same class changes nothing. For any thread.
     *
     * @param owner the class that declares the native methods, whose class loader has the jars
     * @param library the name without prefix and suffix, such as {@code geo}
     * @param systemLoad calls {@code System.load} with a path. It has to be written in the class that owns the library: the
     *     JVM gives it to the class loader and the module of the class that the call stands in
     * @throws NativeLibraryNotFoundException if it cannot be had, with what was tried and what to do
     */
    public static void load(Class<?> owner, String library, Consumer<String> systemLoad) {
        ofThisProcess().provide(owner, library, systemLoad);
    }

    /** Returns the loader for this machine and the settings of this process. */
    public static LibraryLoader ofThisProcess() {
        return new LibraryLoader(Surroundings.OF_THIS_PROCESS);
    }

    /** Loads a library and tells which file it was. */
    public Path provide(Class<?> owner, String library, Consumer<String> systemLoad) {
        try {
            Optional<ChosenLibrary> chosen = ChosenLibrary.find(surroundings, library);
            return chosen.isPresent()
                    ? loadUnverified(owner, library, chosen.get(), systemLoad)
                    : loadFromCache(find(owner, library), systemLoad);
        } catch (RuntimeException e) {
            throw LoadReports.failed(owner, library, e, surroundings.host());
        }
    }

    /**
     * Explains why a class has no native methods although a library was loaded for it.
     *
     * @return an error that says what is wrong, or the given one if that does say it
     */
    public static LinkageError explained(Class<?> owner, String library, LinkageError failure) {
        return failure.getClass() == UnsatisfiedLinkError.class
                ? LoadReports.otherLibrary(owner, library, failure, Surroundings.OF_THIS_PROCESS)
                : failure;
    }

    private Path loadUnverified(Class<?> owner, String library, ChosenLibrary chosen, Consumer<String> systemLoad) {
        LoaderLog.info("loading {} for {}, unverified, because of {}", chosen.file(), owner.getName(), chosen.origin());
        try {
            systemLoad.accept(chosen.file().toString());
            return chosen.file();
        } catch (IllegalCallerException e) {
            throw LoadReports.denied(owner, surroundings.host(), e);
        } catch (UnsatisfiedLinkError e) {
            Refusal refusal = Refusal.of(chosen.file(), e, surroundings.host());
            throw LoadReports.chosenRefused(owner, library, chosen, refusal, surroundings.host());
        }
    }

    private PinnedLibrary find(Class<?> owner, String library) {
        Optional<LibraryManifest> manifest = LibraryManifest.find(owner, library);
        if (manifest.isEmpty()) {
            throw LoadReports.unlisted(owner, library, surroundings.host());
        }
        int contract = manifest.get().contract();
        if (contract < Contract.OLDEST || contract > Contract.CURRENT) {
            throw LoadReports.otherContract(owner, contract, surroundings.host());
        }
        String classifier = surroundings.classifier();
        Optional<Sha256> digest = manifest.get().digest(classifier);
        if (digest.isEmpty()) {
            throw LoadReports.unavailable(owner, library, classifier, manifest.get(), surroundings.host());
        }
        PinnedLibrary pinned =
                new PinnedLibrary(owner, library, classifier, manifest.get(), digest.get(), surroundings);
        // Also on a warm start, or a forgotten dependency would be found out by the first user with an empty cache.
        if (!pinned.isPresent()) {
            throw LoadReports.missing(pinned);
        }
        return pinned;
    }

    private Path loadFromCache(PinnedLibrary library, Consumer<String> systemLoad) {
        List<Refusal> refusals = new ArrayList<>();
        for (Path folder : CacheFolders.of(surroundings, refusals)) {
            Optional<Path> loaded = loadFrom(folder, library, systemLoad, refusals);
            if (loaded.isPresent()) {
                return loaded.get();
            }
            Refusal refusal = refusals.get(refusals.size() - 1);
            LoaderLog.debug("passing over {}", refusal);
            if (!refusal.cause().isOfPlace()) {
                throw LoadReports.refused(library, refusals);
            }
        }
        return loadFromNewFolder(library, systemLoad, refusals);
    }

    /** The last resort, if no cache can be had: others took its name, or this user cannot be told from others. */
    private Path loadFromNewFolder(PinnedLibrary library, Consumer<String> systemLoad, List<Refusal> refusals) {
        Path temporary = CacheFolders.temporary(surroundings, new ArrayList<>());
        if (temporary != null) {
            try {
                Path file = LibraryCache.provideOnce(library, temporary, surroundings.user());
                UnsatisfiedLinkError refused = load(file, library, systemLoad);
                if (refused == null) {
                    return file;
                }
                refusals.add(Refusal.of(file, refused, surroundings.host()).at(temporary));
            } catch (IOException e) {
                refusals.add(Refusal.of(temporary, e));
            }
        }
        throw LoadReports.refused(library, refusals);
    }

    /**
     * From one folder; empty if that refuses, and why is among the refusals. A JVM gives a file to one class loader only: the
     * next one gets a copy.
     */
    private Optional<Path> loadFrom(
            Path folder, PinnedLibrary library, Consumer<String> systemLoad, List<Refusal> refusals) {
        Map<Path, Integer> copies = copies(library.owner());
        synchronized (copies) {
            return loadFrom(folder, library, systemLoad, refusals, copies);
        }
    }

    /**
     * Returns the copies of a class loader; the caller loads while it holds their monitor. All classes of one library need
     * the same copy: the JVM looks for a native method in every library of a class loader, and a second copy, which another
     * class loader has given back in the meantime, would get calls that the first one is prepared for.
     */
    private static Map<Path, Integer> copies(Class<?> owner) {
        synchronized (COPIES) {
            Map<Path, Integer> copies = COPIES.get(owner.getClassLoader());
            if (copies == null) {
                copies = new HashMap<>();
                COPIES.put(owner.getClassLoader(), copies);
            }
            return copies;
        }
    }

    private Optional<Path> loadFrom(
            Path folder,
            PinnedLibrary library,
            Consumer<String> systemLoad,
            List<Refusal> refusals,
            Map<Path, Integer> copies) {
        LibraryCache cache = new LibraryCache(folder, surroundings.user());
        Path first = folder.resolve(library.digest().hex());
        boolean collected = false;
        for (int copy = copies.getOrDefault(first, 0); ; copy++) {
            if (copy == MANY_COPIES && !collected) {
                collectClassLoaders();
                collected = true;
                copy = 0;
            }
            Path file;
            try {
                file = cache.provide(library, copy);
            } catch (IOException e) {
                refusals.add(Refusal.of(folder, e));
                return Optional.empty();
            }
            UnsatisfiedLinkError refused = load(file, library, systemLoad);
            if (refused == null) {
                copies.put(first, copy);
                return Optional.of(file);
            }
            boolean taken = String.valueOf(refused.getMessage()).contains("already loaded in another classloader");
            boolean pruned = Files.notExists(file);
            if (!taken && !pruned || copy == MOST_COPIES) {
                refusals.add(Refusal.of(file, refused, surroundings.host()).at(folder));
                return Optional.empty();
            }
        }
    }

    /** Loads a file; returns why the system refuses it, or {@code null}. */
    private UnsatisfiedLinkError load(Path file, PinnedLibrary library, Consumer<String> systemLoad) {
        try {
            systemLoad.accept(file.toString());
            return null;
        } catch (IllegalCallerException e) {
            throw LoadReports.denied(library.owner(), surroundings.host(), e);
        } catch (UnsatisfiedLinkError e) {
            return e;
        }
    }

    private static void collectClassLoaders() {
        System.gc();
        try {
            Thread.sleep(UNLOADING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
