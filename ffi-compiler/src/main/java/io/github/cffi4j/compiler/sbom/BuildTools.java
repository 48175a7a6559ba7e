package io.github.cffi4j.compiler.sbom;

import io.github.cffi4j.compiler.fetch.Sha256;
import io.github.cffi4j.compiler.zig.Zig;
import io.github.cffi4j.compiler.zig.ZigRelease;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tools that made a jar. */
record BuildTools(String plugin, Zig zig) {

    List<Object> components() throws IOException {
        Map<String, Object> self = new LinkedHashMap<>();
        self.put("type", "application");
        self.put("group", "io.github.cffi4j");
        self.put("name", "ffi-maven-plugin");
        self.put("version", plugin);
        self.put("purl", "pkg:maven/io.github.cffi4j/ffi-maven-plugin@" + plugin);
        Map<String, Object> compiler = new LinkedHashMap<>();
        compiler.put("type", "application");
        compiler.put("name", "zig");
        compiler.put("version", zig.version());
        if (zig.pinned()) {
            // Of all hosts, since the jar does not depend on where it was built and must not show it.
            compiler.put(
                    "externalReferences",
                    ZigRelease.archives().entrySet().stream()
                            .map(archive -> reference(archive.getKey(), archive.getValue()))
                            .toList());
        } else {
            compiler.put("hashes", hashes(Sha256.of(zig.executable())));
        }
        return List.of(self, compiler);
    }

    static Map<String, Object> reference(String url, Sha256 hash) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("type", "distribution");
        reference.put("url", url);
        reference.put("hashes", hashes(hash));
        return reference;
    }

    static List<Object> hashes(Sha256 hash) {
        Map<String, Object> sha256 = new LinkedHashMap<>();
        sha256.put("alg", "SHA-256");
        sha256.put("content", hash.hex());
        return List.of(sha256);
    }
}
