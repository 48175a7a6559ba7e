package io.github.cffi4j.build.zig;

import io.github.cffi4j.build.fetch.Sha256;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * What programs said about themselves, kept for as long as they look the same: a build in which nothing changed starts no
 * program, and does not hash one of a hundred megabytes.
 *
 * @param folder where the notes are; one that cannot be written only costs the time again
 */
record ZigNotes(Path folder) {

    /** Asks the program itself. */
    @FunctionalInterface
    interface Question {
        String ask() throws IOException, InterruptedException;
    }

    /** The noted answer, or the one given now. */
    String answer(Path executable, String key, Question question) throws IOException, InterruptedException {
        Path file = folder.resolve(Sha256.of(executable.toString().getBytes(StandardCharsets.UTF_8))
                        .hex() + ".properties");
        String look = Files.size(executable) + " "
                + Files.getLastModifiedTime(executable).toMillis();
        Properties notes = read(file);
        if (!look.equals(notes.getProperty("look"))) {
            notes.clear();
            notes.setProperty("look", look);
        }
        String noted = notes.getProperty(key);
        if (noted != null) {
            return noted;
        }
        String answer = question.ask();
        notes.setProperty(key, answer);
        write(file, notes);
        return answer;
    }

    private static Properties read(Path file) {
        Properties notes = new Properties();
        if (Files.isReadable(file)) {
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
