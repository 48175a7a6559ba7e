package io.github.cffi4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Segment;
import io.github.cffi4j.Struct;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VarargsTest {

    /** A struct as generated code has it. */
    private static final class Pair extends Struct {
        Pair(Segment segment) {
            super(segment);
        }
    }

    @Test
    @DisplayName("a struct behind '...' is refused, its address is not (fault 18)")
    void structs() {
        try (Arena arena = Arena.open()) {
            Pair pair = new Pair(IntPointer.of(arena, 1, 2).segment());
            Scratch scratch = Scratch.ofThread();
            long mark = scratch.mark();
            assertThatThrownBy(() -> Varargs.pack(scratch, "f", 1, pair))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("f: variadic argument 2 is a struct")
                    .hasMessageContaining(".asBytes()");
            long packed = Varargs.pack(scratch, "f", 1, pair.asBytes());
            assertThat(Segment.ofAddress(packed).getLong(2L * Long.BYTES)).isEqualTo(pair.address());
            scratch.release(mark);
        }
    }
}
