package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.nativebuild.NativeBuild;
import io.github.cffi4j.compiler.sbom.BuiltSource;
import io.github.cffi4j.platform.Platform;
import java.nio.file.Path;
import java.util.List;

/**
 * The input of packing, besides the project.
 *
 * @param folder where the jars go
 * @param name how the names of their files begin: {@code geo-1.0}
 * @param archives the sources of others, whose licences go along
 * @param nativeBuilds the libraries with builds of their own
 */
public record PackRequest(Path folder, String name, List<FetchedArchive> archives, List<NativeBuild> nativeBuilds) {
    public PackRequest {
        archives = List.copyOf(archives);
        nativeBuilds = List.copyOf(nativeBuilds);
    }

    /** A module all of whose C the plugin compiles itself. */
    public PackRequest(Path folder, String name, List<FetchedArchive> archives) {
        this(folder, name, archives, List.of());
    }

    /** The libraries with builds of their own, as a bill of materials for a platform names them. */
    List<BuiltSource> built(Platform platform) {
        return nativeBuilds.stream()
                .map(build -> new BuiltSource(
                        build.sourceName(),
                        build.recipe().system(),
                        build.recipe(platform.classifier()).options()))
                .toList();
    }

    Path jar(String classifier) {
        return folder.resolve(name + "-" + classifier + ".jar");
    }
}
