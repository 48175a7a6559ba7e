package io.github.cffi4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cffi4j.Segment;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bitfields by the places that compilers told, compared with one bit at a time. */
class BitFieldTest {
    private static final int BITS = 256;
    private static final int ROUNDS = 2000;

    @Test
    void readsAndWritesOnlyItsOwnBits() {
        Random random = new Random(1);
        Segment struct = Segment.allocate(BITS / Byte.SIZE, 8);
        for (int round = 0; round < ROUNDS; round++) {
            boolean little = random.nextBoolean();
            int width = 1 + random.nextInt(Long.SIZE);
            int place = random.nextInt(BITS - width + 1);
            byte[] before = new byte[BITS / Byte.SIZE];
            random.nextBytes(before);
            struct.copyFrom(before, before.length);
            long unsigned = 0;
            for (int i = 0; i < width; i++) {
                // The lowest bit is first on little-endian platforms, and last on others.
                int bit = place + (little ? i : width - 1 - i);
                unsigned |= (bit(before, bit, little) ? 1L : 0) << i;
            }
            int above = Long.SIZE - width;
            assertThat(BitField.get(struct, place, width, false, little)).isEqualTo(unsigned);
            assertThat(BitField.get(struct, place, width, true, little)).isEqualTo(unsigned << above >> above);

            long value = random.nextLong();
            BitField.set(struct, place, width, value, little);
            assertThat(BitField.get(struct, place, width, false, little)).isEqualTo(value << above >>> above);
            byte[] after = new byte[before.length];
            struct.copyTo(after, after.length);
            for (int bit = 0; bit < BITS; bit++) {
                if (bit < place || bit >= place + width) {
                    assertThat(bit(after, bit, little)).isEqualTo(bit(before, bit, little));
                }
            }
        }
    }

    private static boolean bit(byte[] bytes, int number, boolean little) {
        int inByte = number % Byte.SIZE;
        return (bytes[number / Byte.SIZE] >> (little ? inByte : Byte.SIZE - 1 - inByte) & 1) != 0;
    }
}
