package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Layouts.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.ValueOutOfRangeException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records of structs: the values that C has, in both directions. */
class RecordsIT {
    private static final measure.Value OTHER =
            new measure.Value(false, 1, 2, 3.25, 4, 0, 15, new span.Value(-5, 6), 0.25f);

    @Test
    void hasWhatCHas() {
        assertThat(measured(3).toRecord())
                .isEqualTo(new measure.Value(true, 200, 1L << 40, 0.1 * 3, 3, 1, -16, new span.Value(-3, 3), 0.5f))
                .hasToString("Value[valid=true, level=200, taken=1099511627776, value=0.30000000000000004, count=3,"
                        + " flag=1, small=-16, span=Value[low=-3, high=3], last=0.5]");
    }

    @Test
    void givesCWhatItHas() {
        measure m = measured(3);

        assertThat(m.set(OTHER)).isSameAs(m);
        assertThat(m.toRecord()).isEqualTo(OTHER);
        assertThat(total(m)).isEqualTo(0 + 1 + 2 + 3.25 + 4 + 0 + 15 - 5 + 6 + 0.25);
        assertThat(total(measure.allocate().set(m.toRecord()))).isEqualTo(total(m));
    }

    @Test
    void equalsWhereTheValuesDo() {
        assertThat(Set.of(measured(2).toRecord(), measured(3).toRecord()))
                .contains(measured(3).toRecord());
        assertThat(measured(2)).isNotEqualTo(measured(2));
    }

    @Test
    void outlivesTheMemory() {
        measure.Value value;
        measure gone;
        try (Arena arena = Arena.open()) {
            gone = measure.allocate(arena).set(OTHER);
            value = gone.toRecord();
        }

        assertThat(value).isEqualTo(OTHER);
        assertThatIllegalStateException().isThrownBy(gone::toRecord);
    }

    @Test
    void arraysOfStructs() {
        try (Arena arena = Arena.open()) {
            span spans = span.allocate(arena, 3);
            spans.get(2).set(new span.Value(7, 8));

            assertThat(spans.get(2).toRecord()).isEqualTo(new span.Value(7, 8));
            assertThat(spans.get(1).toRecord()).isEqualTo(new span.Value(0, 0));
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> span.allocate().set(new span.Value(1, 40_000)))
                .isInstanceOf(ValueOutOfRangeException.class)
                .hasMessageContaining("span.high");
        assertThatNullPointerException().isThrownBy(() -> span.allocate().set(null));
    }
}
