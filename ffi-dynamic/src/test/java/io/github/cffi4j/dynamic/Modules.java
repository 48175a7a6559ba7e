package io.github.cffi4j.dynamic;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.engine.Engine;
import io.github.cffi4j.platform.Platform;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where in-line mode and what it needs are: jars for a user, folders of classes here. */
final class Modules {
    /** A class path or a module path. */
    static final String PATH = Stream.of(Cdef.class, Engine.class, CdefParser.class, Pointer.class, Platform.class)
            .map(Modules::home)
            .collect(Collectors.joining(File.pathSeparator));

    private Modules() {}

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
