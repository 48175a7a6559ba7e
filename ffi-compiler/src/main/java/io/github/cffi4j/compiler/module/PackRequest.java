package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.fetch.FetchedArchive;
import java.nio.file.Path;
import java.util.List;

/**
 * The input of packing, besides the project.
 *
 * @param folder where the jars go
 * @param name how the names of their files begin: {@code geo-1.0}
 * @param archives the sources of others, whose licences go along
 */
public record PackRequest(Path folder, String name, List<FetchedArchive> archives) {
    public PackRequest {
        archives = List.copyOf(archives);
    }

    Path jar(String classifier) {
        return folder.resolve(name + "-" + classifier + ".jar");
    }
}
