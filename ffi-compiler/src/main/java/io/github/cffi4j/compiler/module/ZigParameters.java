package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.zig.ZigArtifact;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The build's parameters for zig. */
public record ZigParameters(
        Optional<Path> configured, Optional<URI> mirror, Optional<ZigArtifact> artifact, boolean offline) {}
