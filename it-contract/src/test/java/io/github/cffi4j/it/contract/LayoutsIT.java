package io.github.cffi4j.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.platform.Host;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same Java, whatever the platform's layout. What the layouts are is held against the ABIs elsewhere. */
class LayoutsIT {
    private static final Platform HOST = Host.current().platform();
    private static final boolean SHORT_LONG =
            HOST.os() == OperatingSystem.WINDOWS || HOST.arch().bits() < Long.SIZE;

    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void theLibrarySaysWhatItsSystemHas() {
        assertThat(Layouts.LONG_MAX).isEqualTo(SHORT_LONG ? Integer.MAX_VALUE : Long.MAX_VALUE);
        assertThat(Layouts.longs.TYPE.elementSize()).isEqualTo(SHORT_LONG ? 16 : 32);
        assertThat(Layouts.packed.TYPE.elementSize()).isEqualTo(SHORT_LONG ? 15 : 19);
    }

    @Test
    void bitfieldsOfTwoTypesDoNotTouchTheirNeighbours() {
        Layouts.bits_of_two_types bits = Layouts.bits_of_two_types.allocate(arena);

        bits.a((byte) 7).b(5).c((byte) 100);

        assertThat(bits.a()).isEqualTo((byte) 7);
        assertThat(bits.b()).isEqualTo(5);
        assertThat(bits.c()).isEqualTo((byte) 100);
        bits.b(-8);
        assertThat(bits.a()).isEqualTo((byte) 7);
        assertThat(bits.c()).isEqualTo((byte) 100);
    }

    @Test
    void bitfieldsThatDoNotFitTheUnitBeforeThem() {
        Layouts.bits_across across = Layouts.bits_across.allocate(arena);
        Layouts.bits_after after = Layouts.bits_after.allocate(arena);

        across.a(-524_288).b(524_287).c(-1);
        after.a((byte) 1).b((short) -256).c((byte) 3).d(4_294_967_295L);

        assertThat(across.a()).isEqualTo(-524_288);
        assertThat(across.b()).isEqualTo(524_287);
        assertThat(across.c()).isEqualTo(-1);
        assertThat(after.a()).isEqualTo((byte) 1);
        assertThat(after.b()).isEqualTo((short) -256);
        assertThat(after.c()).isEqualTo((byte) 3);
        assertThat(after.d()).isEqualTo(4_294_967_295L);
    }
}
