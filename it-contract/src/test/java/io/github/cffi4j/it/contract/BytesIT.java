package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Bytes.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Pointer;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Byte arrays and strings that C gets copies of (fault 20a). */
class BytesIT {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8192, 8193, 1_000_000})
    void cReadsACopy(int size) {
        byte[] data = new byte[size];
        Arrays.fill(data, (byte) 200);

        assertThat(sum_data(data, size)).isEqualTo(200 * size);
        assertThat(sum_data((byte[]) null, 0)).isEqualTo(-1);
        assertThat(sum_data(null, 0)).isEqualTo(-1);
        assertThat(sum_data((Pointer) null, 0)).isEqualTo(-1);
    }

    @Test
    void buffersAreReadFromTheirPositions() {
        ByteBuffer direct =
                ByteBuffer.allocateDirect(4).put(new byte[] {1, 2, 3, 4}).position(1);
        assertThat(sum_data(direct, direct.remaining())).isEqualTo(9);
        ByteBuffer onHeap = ByteBuffer.wrap(new byte[] {1, 2, 3, 4}, 2, 2);
        assertThat(sum_data(onHeap, onHeap.remaining())).isEqualTo(7);
        assertThat(sum_data(onHeap.asReadOnlyBuffer(), 2)).isEqualTo(7);
        assertThat(onHeap.remaining()).isEqualTo(2);
        assertThatThrownBy(() -> sum_data("text", 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "sum_data: parameter 'data' takes a Pointer, a byte[] or a ByteBuffer, and no java.lang.String");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8192, 8193, 100_000})
    void whatCWroteIsCopiedBack(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) i;
        }
        reverse(bytes, size);
        for (int i = 0; i < size; i++) {
            assertThat(bytes[i]).isEqualTo((byte) (size - 1 - i));
        }
    }

    @Test
    void arraysAndTextInOneCall() {
        byte[] secret = new byte[5];
        byte[] open = new byte[5];
        cipher(secret, new byte[] {1, 2, 3, 4, 5}, 5, "key");
        cipher(open, secret, 5, "key");
        assertThat(secret).isNotEqualTo(open);
        assertThat(open).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void anArrayThatIsTooSmallIsRefused() {
        assertThat(first_of(new byte[32])).isZero();
        assertThatThrownBy(() -> first_of(new byte[31]))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("first_of: parameter 'key' points to 31 bytes, and C takes 32 there");
    }

    @Test
    void aCallbackMayCallWithArraysAgain() {
        byte[] three = {1, 2, 3};
        assertThat(visit_bytes(three, 3, value -> sum_data(new byte[] {(byte) value, 10}, 2)))
                .isEqualTo(36);
        byte[] written = {1, 2, 3, 4};
        assertThat(visit_bytes(three, 3, value -> {
                    reverse(written, 4);
                    return written[0];
                }))
                .isEqualTo(4 + 1 + 4);
        assertThatThrownBy(() -> visit_bytes(three, 3, value -> {
                    throw new IllegalStateException("from Java");
                }))
                .hasMessage("from Java");
        assertThat(sum_data(three, 3)).isEqualTo(6);
    }

    @Test
    void textWhereTheHeadersHaveTheConstThatTheCdefLacks() {
        assertThat(text_length("four")).isEqualTo(4);
        assertThat(joined_length("ab", 2, "cde")).isEqualTo(7);
        try (io.github.cffi4j.Arena arena = io.github.cffi4j.Arena.open()) {
            assertThat(text_length(arena.string("four"))).isEqualTo(4);
        }
    }

    @Test
    void noTextWhereCWrites() {
        Stream<Class<?>[]> parameters = Arrays.stream(Bytes.class.getMethods())
                .filter(method -> method.getName().equals("fill"))
                .map(Method::getParameterTypes);
        assertThat(parameters).containsExactly(new Class<?>[] {BytePointer.class, int.class});
        BytePointer text = BytePointer.allocate(8);
        fill(text, 8);
        assertThat(text.string()).isEqualTo("xxxxxxx");
    }
}
