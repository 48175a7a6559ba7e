package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.*;
import static io.github.cffi4j.it.contract.Scalars.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import org.junit.jupiter.api.Test;

/** C's own types are the same classes in all bindings, so that these mix (fault 20a). */
class SharedTypesIT {
    @Test
    void aSizeOfOneBindingIsThatOfAnother() {
        try (Arena arena = Arena.open()) {
            size_t length = size_t.allocate(arena);
            measure("four", length);
            assertThat(read_size(length)).isEqualTo(4);
            assertThat(length.get()).isEqualTo(4);
        }
    }

    /** -1 is the greatest value of {@code size_t} and {@code unsigned long} on every platform (fault 18). */
    @Test
    void minusOneIsTheGreatestValue() {
        long greatest = size_t.TYPE.elementSize() == 8 ? -1 : 0xFFFF_FFFFL;
        assertThat(same_size(-1)).isEqualTo(greatest);
        assertThat(critical_size(-1)).isEqualTo(greatest);
        assertThat(scalars.allocate().a_size(-1).a_size()).isEqualTo(greatest);
        assertThat(size_t.allocate().set(-1).get()).isEqualTo(greatest);
        assertThat(call_size(n -> -1, 0)).isEqualTo(greatest);
        assertThat(same_ulong(-1)).isEqualTo(c_ulong.TYPE.elementSize() == 8 ? -1 : 0xFFFF_FFFFL);
    }

    /** A length in C is a {@code long} in Java: no cast (fault 20a). */
    @Test
    void whatCMeasuredIsALengthInJava() {
        try (Arena arena = Arena.open()) {
            size_t length = size_t.allocate(arena);
            BytePointer text = arena.string("four");
            measure("tw", length);
            assertThat(text.toArray(length.get())).containsExactly('f', 'o');
            assertThat(text.string(length.get())).isEqualTo("fo");
        }
    }
}
