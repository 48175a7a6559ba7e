package io.github.cffi4j.compiler.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeReaderTest {

    @Test
    void readsSignedAndUnsignedValuesBehindTheMarker() {
        byte[] object = object(13, Probe.MARKER[0], Probe.MARKER[1], 42, 0, -1, 1, -1, 0, Long.MIN_VALUE, 1, 0, 1);

        assertThat(ProbeReader.read(object, List.of("A", "B", "C", "D", "E")))
                .containsEntry("A", new ConstantValue(42, false))
                .containsEntry("B", new ConstantValue(-1, false))
                .containsEntry("C", new ConstantValue(-1, true))
                .containsEntry("D", new ConstantValue(Long.MIN_VALUE, false))
                .containsEntry("E", new ConstantValue(0, false));
    }

    @Test
    void passesOverHalfAMarker() {
        byte[] object = object(0, Probe.MARKER[0], 1, Probe.MARKER[0], Probe.MARKER[1], 7, 0);

        assertThat(ProbeReader.read(object, List.of("A"))).containsEntry("A", new ConstantValue(7, false));
    }

    @Test
    void saysThatAnObjectHasNoMarker() {
        assertThatThrownBy(() -> ProbeReader.read(new byte[100], List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not hold the probe's values");
    }

    @Test
    void valuesKnowWhatHoldsThem() {
        assertThat(new ConstantValue(Integer.MIN_VALUE, false).fitsInt()).isTrue();
        assertThat(new ConstantValue(Integer.MAX_VALUE + 1L, false).fitsInt()).isFalse();
        assertThat(new ConstantValue(-1, true).fitsInt()).isFalse();
        assertThat(new ConstantValue(-1, true)).hasToString("18446744073709551615");
        assertThat(new ConstantValue(-1, false)).hasToString("-1");
    }

    private static byte[] object(int offset, long... values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(offset + values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(offset);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }
}
