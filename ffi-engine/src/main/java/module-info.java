/** Calls C functions whose types are known only at run time. */
module io.github.cffi4j.engine {
    requires transitive io.github.cffi4j;

    exports io.github.cffi4j.engine;

    provides io.github.cffi4j.generated.SystemCalls with
            io.github.cffi4j.engine.EngineCalls;
}
