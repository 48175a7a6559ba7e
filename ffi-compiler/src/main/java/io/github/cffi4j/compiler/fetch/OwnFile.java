package io.github.cffi4j.compiler.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** Tells files that only this user can have written from others. */
public final class OwnFile {
    private static final int WRITTEN_BY_OTHERS = 022;

    private OwnFile() {}

    /** Returns true if the file belongs to this user and nobody else may write to it; on Windows, which has access lists, always. */
    public static boolean is(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            Map<String, Object> unix = Files.readAttributes(file, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
            return ((int) unix.get("mode") & WRITTEN_BY_OTHERS) == 0
                    && unix.get("uid").equals(self());
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Java has no getuid: Linux shows it on the process itself, elsewhere the user's home has to do. */
    private static Object self() throws IOException {
        Path process = Path.of("/proc/self");
        return Files.getAttribute(
                Files.exists(process) ? process : Path.of(System.getProperty("user.home")), "unix:uid");
    }
}
