package io.github.cffi4j.compiler.compile;

import io.github.cffi4j.compiler.process.OutputReader;
import io.github.cffi4j.compiler.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Clang's front end, with the flags that zig gives it for one compile unit: target, folders of headers, macros, and the
 * author's own. Immutable.
 */
public final class FrontEnd {
    /** {@code zig cc} adds the folders of its C library and hangs when it is to print a syntax tree; this command does neither. */
    private static final String PLAIN_CLANG = "clang";

    private static final String MARK = "-cc1";
    private static final Set<String> WITH_VALUE = Set.of("-o", "-dependency-file", "-MT", "-MQ", "-main-file-name");
    private static final Set<String> ALONE =
            Set.of("-E", "-dD", "-v", "-sys-header-deps", "-MV", "-MP", "-MG", "-fcaret-diagnostics");

    private final ZigCompiler zig;
    private final ProcessResult preprocessed;
    private final List<String> arguments;

    private FrontEnd(ZigCompiler zig, ProcessResult preprocessed, List<String> arguments) {
        this.zig = zig;
        this.preprocessed = preprocessed;
        this.arguments = arguments;
    }

    /**
     * Takes the flags from what the driver said of its own work.
     *
     * @param preprocessed the result of preprocessing with {@code -v}
     */
    static FrontEnd of(ZigCompiler zig, ProcessResult preprocessed) {
        Optional<String> line = preprocessed
                .stderr()
                .lines()
                .filter(said -> said.contains(" " + MARK + " ") && said.startsWith(" "))
                .findFirst();
        return new FrontEnd(zig, preprocessed, line.map(FrontEnd::arguments).orElse(List.of()));
    }

    /** Returns the output of the compiler when it preprocessed the unit. */
    public ProcessResult preprocessed() {
        return preprocessed;
    }

    /** Returns true if the compiler took its flags; if it did not, nothing can be asked. */
    public boolean usable() {
        return !arguments.isEmpty();
    }

    /**
     * Prints the syntax tree of a source as JSON.
     *
     * @param filter if present, only declarations whose names contain it
     */
    public ProcessResult tree(Path source, Optional<String> filter, OutputReader reader)
            throws IOException, InterruptedException {
        List<String> line = line("-ast-dump=json", source);
        filter.ifPresent(name -> line.add(2, "-ast-dump-filter=" + name));
        return zig.read(line, reader);
    }

    /** Prints the syntax tree of a preprocessed text as JSON. */
    public ProcessResult treeOfPreprocessed(Path text, OutputReader reader) throws IOException, InterruptedException {
        List<String> line = line("-ast-dump=json", text);
        int language = line.lastIndexOf("-x") + 1;
        line.set(language, line.get(language).equals("c") ? "cpp-output" : line.get(language) + "-cpp-output");
        return zig.read(line, reader);
    }

    /** Compiles a source without any result but the messages. */
    public ProcessResult check(Path source) throws IOException, InterruptedException {
        List<String> line = line("-fsyntax-only", source);
        line.add(2, "-fno-caret-diagnostics");
        return zig.run(line);
    }

    private List<String> line(String action, Path source) {
        List<String> line = new ArrayList<>(List.of(PLAIN_CLANG, MARK, action));
        line.addAll(arguments);
        // The last one is the source.
        line.set(line.size() - 1, source.toString());
        return line;
    }

    private static List<String> arguments(String line) {
        List<String> all = words(line);
        List<String> kept = new ArrayList<>();
        for (int i = all.indexOf(MARK) + 1; i < all.size(); i++) {
            if (WITH_VALUE.contains(all.get(i))) {
                i++;
            } else if (!ALONE.contains(all.get(i))) {
                kept.add(all.get(i));
            }
        }
        return List.copyOf(kept);
    }

    /** Splits a line as clang quotes it: in double quotes, with backslashes before quotes, backslashes and dollar signs. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (c == '\\' && quoted && i + 1 < line.length() && "\"\\$".indexOf(line.charAt(i + 1)) >= 0) {
                word.append(line.charAt(++i));
            } else if (c == ' ' && !quoted) {
                if (any) {
                    words.add(word.toString());
                    word.setLength(0);
                    any = false;
                }
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }
}
