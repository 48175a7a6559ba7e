package io.github.cffi4j.compiler.module;

import io.github.cffi4j.compiler.sbom.BomWriter;
import io.github.cffi4j.compiler.sbom.PublishedModule;
import io.github.cffi4j.compiler.zig.Zig;
import java.time.LocalDateTime;

/**
 * The description of a module that its jars carry.
 *
 * @param module its coordinates and licences
 * @param plugin the version of cffi4j that builds it
 * @param outputTimestamp what its jars are dated, as {@code project.build.outputTimestamp} has it; null for no date
 */
public record ModuleRelease(PublishedModule module, String plugin, String outputTimestamp) {
    /** The coordinates, {@code group:artifact:version}. */
    String coordinates() {
        return String.join(":", module.group(), module.artifact(), module.version());
    }

    /** The time of the entries of its jars. */
    LocalDateTime time() {
        return OutputTimestamp.parse(outputTimestamp);
    }

    /** Writes its bills of materials. */
    BomWriter bom(String library, Zig zig) {
        return new BomWriter(module, library, plugin, zig, OutputTimestamp.of(outputTimestamp));
    }
}
