package io.github.cffi4j.compiler.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlatformModuleTest {
    @Test
    void javaReadsItAsAModuleThatProvidesTheService() throws IOException {
        byte[] moduleInfo = PlatformModule.of("geo", "linux-x86_64").moduleInfo();

        ModuleDescriptor module =
                ModuleDescriptor.read(new ByteArrayInputStream(moduleInfo), () -> Set.of("geo.lib.linux_x86_64"));

        assertThat(module.name()).isEqualTo("geo.lib.linux_x86_64");
        assertThat(module.requires().stream().map(ModuleDescriptor.Requires::name))
                .containsExactlyInAnyOrder("java.base", "io.github.cffi4j");
        assertThat(module.provides()).singleElement().satisfies(provides -> {
            assertThat(provides.service()).isEqualTo(PlatformModule.SERVICE);
            assertThat(provides.providers()).isEqualTo(List.of("geo.lib.linux_x86_64.Provider"));
        });
        assertThat(module.exports()).isEmpty();
        assertThat(module.isOpen()).isFalse();
    }

    @Test
    void namesAreMadePlain() {
        assertThat(PlatformModule.of("geo-utils", "linux-x86_64-musl").name())
                .isEqualTo("geo_utils.lib.linux_x86_64_musl");
        assertThat(PlatformModule.of("7zip", "osx-aarch_64").name()).isEqualTo("_7zip.lib.osx_aarch_64");
    }
}
