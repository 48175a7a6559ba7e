package io.github.cffi4j.build.compile;

import java.nio.file.Path;

/** What became of a {@link CompileUnit}. */
public sealed interface CompiledUnit {

    /** An object file; {@code fresh} where it had to be compiled now. */
    record Compiled(Path object, boolean fresh) implements CompiledUnit {}

    /** The compiler's errors, as it printed them. */
    record Failed(CompileUnit unit, String output) implements CompiledUnit {}
}
