package io.github.cffi4j.compiler.pack;

import io.github.cffi4j.compiler.compile.LinkedLibrary;
import io.github.cffi4j.compiler.compile.ScratchFolder;
import io.github.cffi4j.compiler.text.Text;
import io.github.cffi4j.internal.loader.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the file of the main jar that says which libraries belong to it: what the loader verifies against. */
public final class PinnedLibraries {

    private PinnedLibraries() {}

    /**
     * @param classes the folder whose content becomes the main jar
     * @param artifact {@code groupId:artifactId:version}, for the loader's advice
     * @param bindings the generated classes by their full names, for the same: another class has no native methods there
     */
    public static void write(
            Path classes, String library, String artifact, List<String> bindings, List<LinkedLibrary> libraries)
            throws IOException {
        StringBuilder text = new StringBuilder("# The SHA-256 of library '" + library + "' for each platform.\n");
        text.append("artifact=").append(escaped(artifact)).append('\n');
        text.append("contract=").append(Contract.CURRENT).append('\n');
        if (!bindings.isEmpty()) {
            text.append("bindings=").append(escaped(String.join(" ", bindings))).append('\n');
        }
        libraries.forEach(linked -> text.append(linked.platform().classifier())
                .append('=')
                .append(linked.sha256().hex())
                .append('\n'));
        String path = "META-INF/cffi4j/" + library + ".properties";
        writeIfChanged(classes, path, text.toString());
        writeIfChanged(classes, ReachabilityMetadata.path(library), ReachabilityMetadata.ofResource(path));
    }

    /** As property files have it: Maven's coordinates have a colon, which is special; names may have a letter beyond ASCII. */
    private static String escaped(String artifact) {
        StringBuilder text = new StringBuilder();
        for (char c : artifact.toCharArray()) {
            text.append(c == ':' ? "\\:" : c < 0x7F ? String.valueOf(c) : Text.format("\\u%04x", (int) c));
        }
        return text.toString();
    }

    private static void writeIfChanged(Path classes, String path, String text) throws IOException {
        Path file = classes.resolve(path);
        if (!Files.isRegularFile(file) || !Files.readString(file).equals(text)) {
            ScratchFolder.write(classes, file, text);
        }
    }
}
