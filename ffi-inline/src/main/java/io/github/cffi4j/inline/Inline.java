package io.github.cffi4j.inline;

import io.github.cffi4j.dynamic.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * C code inside a Java program, for tests, JShell and teaching:
 *
 * <pre>{@code
 * Library c = Inline.c("""
 *         #include <math.h>
 *         static double area(double r) { return M_PI * r * r; }
 *         """).cdef("double area(double r);").compile();
 * double area = (double) c.call("area", 2.0);
 * }</pre>
 *
 * <p>The C is what the cdef of a module has as its preamble: static functions, macros with parameters and inline functions may
 * be declared, and {@code ...} stands for whatever only the compiler knows. The compiler checks each declaration. zig compiles,
 * as ffi-maven-plugin finds it; with {@code -Dffi.inline.download=true} it is fetched if it is not there. The result is kept in
 * the user's cache, and the same text starts no compiler again.
 *
 * <p>Running a text is running code: never pass on what comes from elsewhere. {@code -Dffi.inline=off} refuses to compile.
 *
 * <p>Immutable: each method returns another object. Any thread may use it.
 */
public final class Inline {
    private final Snippet snippet;

    private Inline(Snippet snippet) {
        this.snippet = snippet;
    }

    /** Starts with C code. Its first line is line 1 in messages. */
    public static Inline c(String code) {
        return new Inline(Snippet.of(code));
    }

    /**
     * Starts with the C code of a file. It may include files beside it.
     *
     * @throws IOException if the file cannot be read
     */
    public static Inline file(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return new Inline(Snippet.of(Files.readString(file)).including(folder));
    }

    /** Returns the same with declarations of what Java uses. A second text is put behind the first. */
    public Inline cdef(String text) {
        return new Inline(snippet.withCdef(text));
    }

    /** Returns the same with a folder of headers. */
    public Inline include(Path folder) {
        return new Inline(snippet.including(folder.toAbsolutePath()));
    }

    /** Returns the same with a macro: {@code NAME} or {@code NAME=VALUE}. */
    public Inline define(String macro) {
        return new Inline(snippet.defining(macro));
    }

    /** Returns the same with flags for the compiler. */
    public Inline flags(String... flags) {
        return new Inline(snippet.compiling(List.of(flags)));
    }

    /**
     * Returns the same with a library of the system to link.
     *
     * @param name as the system's loader knows it, such as {@code libsqlite3.so.0}; no file for developers is needed
     */
    public Inline library(String name) {
        return new Inline(snippet.linking(name));
    }

    /**
     * Compiles, unless it was compiled before, and loads the result.
     *
     * @throws InlineException if the C or the cdef has errors, a declaration is not what the C says, or there is no compiler
     */
    public Library compile() {
        return new CompiledSnippets(InlineSettings.ofThisProgram()).load(snippet);
    }
}
