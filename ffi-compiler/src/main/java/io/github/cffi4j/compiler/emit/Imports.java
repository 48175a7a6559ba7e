package io.github.cffi4j.compiler.emit;

/** What generated classes import. The list is the same for all: nobody reads it, and it needs no bookkeeping. */
final class Imports {
    static final String TEXT = """
            import io.github.cffi4j.*;
            import io.github.cffi4j.generated.*;
            import java.lang.invoke.MethodHandle;
            import java.lang.invoke.MethodHandles;
            import java.lang.ref.Reference;""";

    private Imports() {}
}
