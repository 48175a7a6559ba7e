package io.github.cffi4j.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class PluginBuildTest {
    @Test
    void theJarOfEachPartCounts() {
        String alone = PluginBuild.identity();

        assertThat(PluginBuild.identity()).isEqualTo(alone);
        assertThat(PluginBuild.identity(Assertions.class))
                .startsWith(alone + " ")
                .contains("assertj-core")
                .isEqualTo(PluginBuild.identity(Assertions.class));
    }
}
