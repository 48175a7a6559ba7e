package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.fetch.FetchedArchive;
import io.github.cffi4j.compiler.nativebuild.NativeBuild;
import io.github.cffi4j.compiler.prebuilt.PrebuiltLibraries;
import io.github.cffi4j.compiler.prebuilt.PrebuiltLibrary;
import io.github.cffi4j.compiler.sbom.BuiltSource;
import io.github.cffi4j.compiler.sbom.PrebuiltPart;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The input of packing, besides the project.
 *
 * @param folder where the jars go
 * @param name how the names of their files begin: {@code geo-1.0}
 * @param archives the sources of others, whose licences go along
 * @param nativeBuilds the libraries with builds of their own
 * @param prebuilt the libraries that were built elsewhere
 */
public record PackRequest(
        Path folder,
        String name,
        List<FetchedArchive> archives,
        List<NativeBuild> nativeBuilds,
        PrebuiltLibraries prebuilt) {
    public PackRequest {
        archives = List.copyOf(archives);
        nativeBuilds = List.copyOf(nativeBuilds);
    }

    /** A module all of whose C the plugin compiles itself. */
    public PackRequest(Path folder, String name, List<FetchedArchive> archives) {
        this(folder, name, archives, List.of(), new PrebuiltLibraries(List.of()));
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

    /** The libraries that were built elsewhere, as a bill of materials for a platform names them. */
    List<PrebuiltPart> prebuilt(Platform platform) throws IOException {
        List<PrebuiltPart> parts = new ArrayList<>();
        for (PrebuiltLibrary library : prebuilt.libraries()) {
            parts.add(new PrebuiltPart(
                    library.source().archive().orElse(library.name()),
                    library.license(),
                    library.licenseTexts(),
                    library.files(platform).stream()
                            .map(file -> file.path() + " " + file.sha256())
                            .toList()));
        }
        return parts;
    }

    Path jar(String classifier) {
        return folder.resolve(name + "-" + classifier + ".jar");
    }
}
