package io.github.cffi4j.compiler.compile;

import java.nio.file.Path;

/** The result of a {@link CompileUnit}. */
public sealed interface CompiledUnit {

    /**
     * An object file.
     *
     * @param fresh whether it had to be made now
     * @param output what the compiler printed, such as warnings; nothing where the object was there
     */
    record Compiled(Path object, boolean fresh, String output) implements CompiledUnit {}

    /** The compiler's errors, as it printed them. */
    record Failed(CompileUnit unit, String output) implements CompiledUnit {}
}
