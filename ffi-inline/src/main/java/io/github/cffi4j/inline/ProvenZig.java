package io.github.cffi4j.inline;

import io.github.cffi4j.compiler.compile.ScratchFolder;
import io.github.cffi4j.compiler.fetch.FileLook;
import io.github.cffi4j.compiler.fetch.UserCache;
import io.github.cffi4j.compiler.zig.Zig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The note that zig's {@code lib} folder was proven today. A build looks at all of its twenty thousand files, which takes longer
 * than to compile a snippet. What a snippet becomes stays on this machine, so one look a day is enough here.
 */
record ProvenZig(UserCache cache) {
    private static final Duration VALID = Duration.ofDays(1);

    void require(Zig zig) throws IOException, InterruptedException {
        Path note = cache.root().resolve("inline").resolve("proven");
        String proven = zig.libDirectory() + "\n" + FileLook.at(zig.executable()) + "\n";
        if (!isCurrent(note, proven)) {
            zig.proof().prove();
            ScratchFolder.write(note, note, proven);
        }
    }

    private static boolean isCurrent(Path note, String proven) throws IOException {
        try {
            return Files.readString(note).equals(proven)
                    && Files.getLastModifiedTime(note)
                            .toInstant()
                            .isAfter(Instant.now().minus(VALID));
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
