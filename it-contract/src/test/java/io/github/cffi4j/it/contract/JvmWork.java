package io.github.cffi4j.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.IntPointer;
import java.io.File;

/** Work of the JVM that changes errno and Windows' last error: memory, files, the collector. */
final class JvmWork {
    private JvmWork() {}

    static void disturb() {
        for (int i = 0; i < 100; i++) {
            assertThat(new File("/there/is/no/such/file").exists()).isFalse();
        }
        System.gc();
        assertThat(IntPointer.allocate(1000).get(999)).isZero();
    }
}
