package io.github.cffi4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideTextTest {
    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void encodes() {
        assertThat(WideText.encode("a" + SMILE, 2)).isEqualTo(new char[] {'a', '\uD83D', '\uDE00', 0});
        assertThat(WideText.encode("a" + SMILE, 4)).isEqualTo(new int[] {'a', 0x1F600, 0});
        assertThat(WideText.byteSize(WideText.encode(SMILE, 2))).isEqualTo(6);
        assertThat(WideText.byteSize(WideText.encode(SMILE, 4))).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void readsWhatItEncodes(int characterSize) {
        Object encoded = WideText.encode("für " + SMILE, characterSize);
        CollectedMemory memory = CollectedMemory.allocate(WideText.byteSize(encoded), characterSize);
        RawMemory.copyFromArray(encoded, memory.address(), WideText.byteSize(encoded));

        assertThat(WideText.read(memory.address(), characterSize, Long.MAX_VALUE))
                .isEqualTo("für " + SMILE);
        assertThat(WideText.read(memory.address(), characterSize, 2)).isEqualTo("fü");
        assertThat(WideText.read(memory.address(), characterSize, 0)).isEmpty();
        Reference.reachabilityFence(memory);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 3, 8})
    void otherSizesAreNoCharacters(int characterSize) {
        assertThatThrownBy(() -> WideText.encode("a", characterSize)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void noNulInside() {
        assertThatIllegalArgumentException().isThrownBy(() -> WideText.encode("\0", 4));
    }
}
