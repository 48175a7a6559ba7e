package io.github.cffi4j.generated;

import java.lang.invoke.MethodHandles.Lookup;

/** The rights of generated classes to use native memory and native calls. Stateless; any thread may use it. */
public final class NativeAccess {
    private NativeAccess() {}

    /**
     * Offers the rights of a generated class to this runtime. The class's module may load libraries, because it does.
     *
     * @param lookup the generated class's own
     */
    public static void offer(Lookup lookup) {
        io.github.cffi4j.internal.memory.NativeAccess.offer(lookup);
    }
}
