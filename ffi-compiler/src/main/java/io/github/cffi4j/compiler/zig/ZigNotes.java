package io.github.cffi4j.compiler.zig;

import io.github.cffi4j.compiler.fetch.OwnFile;
import io.github.cffi4j.compiler.fetch.Sha256;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Notes about programs and folders, kept for as long as these look the same: a build in which nothing changed
 * starts no program, and does not hash one of a hundred megabytes.
 *
 * <p>A look has the time of change and the number of each file ({@link io.github.cffi4j.compiler.fetch.FileLook}), which
 * nobody can choose: notes that come from another machine, with a cache or by somebody's hand, fit nothing here.
 *
 * @param folder where the notes are; one that cannot be written only costs the time again
 */
record ZigNotes(Path folder) {
    private static final String LOOK = "look";

    /** Finds the answer itself. */
    @FunctionalInterface
    interface Question {
        String ask() throws IOException, InterruptedException;
    }

    /**
     * The noted answer, or the one given now.
     *
     * @param look how the subject looks now
     */
    String answer(Path subject, String look, String key, Question question) throws IOException, InterruptedException {
        Properties notes = read(file(subject));
        if (!look.equals(notes.getProperty(LOOK))) {
            notes.clear();
            notes.setProperty(LOOK, look);
        }
        String noted = notes.getProperty(key);
        if (noted != null) {
            return noted;
        }
        String answer = question.ask();
        notes.setProperty(key, answer);
        write(file(subject), notes);
        return answer;
    }

    /** Returns the last note, however the subject looks now. */
    Optional<String> last(Path subject, String key) {
        return Optional.ofNullable(read(file(subject)).getProperty(key));
    }

    private Path file(Path subject) {
        return folder.resolve(
                Sha256.of(subject.toString().getBytes(StandardCharsets.UTF_8)).hex() + ".properties");
    }

    private static Properties read(Path file) {
        Properties notes = new Properties();
        if (OwnFile.is(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                notes.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                notes.clear();
            }
        }
        return notes;
    }

    private static void write(Path file, Properties notes) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), ".notes", "");
            try (Writer writer = Files.newBufferedWriter(part)) {
                notes.store(writer, null);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The next build asks again.
        }
    }
}
