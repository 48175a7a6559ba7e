package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.platform.Platform;
import java.util.Set;

/** C text of which parts are for some platforms only: they stand in {@code #if}, neighbours in the same one. */
final class GuardedText {
    private final Set<Platform> all;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder otherwise = new StringBuilder();
    private Set<Platform> open;

    GuardedText(Set<Platform> all) {
        this.all = all;
        this.open = all;
    }

    void add(String text, Set<Platform> platforms) {
        add(text, "", platforms);
    }

    /**
     * @param instead what other platforms have in its place
     */
    void add(String text, String instead, Set<Platform> platforms) {
        if (!platforms.equals(open)) {
            close();
            if (!platforms.equals(all)) {
                out.append("#if ").append(PlatformSets.condition(platforms)).append('\n');
            }
            open = platforms;
        }
        out.append(text);
        otherwise.append(instead);
    }

    private void close() {
        if (!open.equals(all)) {
            out.append(otherwise.isEmpty() ? "" : "#else\n" + otherwise).append("#endif\n");
        }
        otherwise.setLength(0);
        open = all;
    }

    @Override
    public String toString() {
        close();
        return out.toString();
    }
}
