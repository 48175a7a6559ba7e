package io.github.cffi4j.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.BindingMismatchException;
import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void readsWhatTheCompilerWrote() {
        Layout layout = layout(1, 0xF00D, 3, 42, -4, 8);

        assertThat(layout.get(0)).isEqualTo(42);
        assertThat(layout.integer("int", 1)).isEqualTo(new IntegerType("int", 4, true, true));
        assertThat(layout.integer("size_t", 2)).isEqualTo(new IntegerType("size_t", 8, false, true));
        assertThatThrownBy(() -> layout.get(3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("org.example.geo.Geo: no value 3 in a table of 3");
        assertThatThrownBy(() -> layout.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aTableMayBeEmpty() {
        Layout layout = layout(1, 0xF00D, 0);

        assertThatThrownBy(() -> layout.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesALibraryOfAnotherCdef() {
        assertThatThrownBy(() -> layout(1, 0xBAD, 0))
                .isInstanceOf(BindingMismatchException.class)
                .hasMessage("""
                        org.example.geo.Geo does not belong to the native library that was loaded for it: the library was built from another cdef
                          fingerprint of the cdef: 0xf00d in the class, 0xbad in the library
                          what to do: rebuild both together (mvn package), and use the main jar and the jar of the platform in the same version""");
    }

    @Test
    void refusesATableOfAnotherFormat() {
        assertThatThrownBy(() -> layout(2, 0xF00D, 0))
                .isInstanceOf(BindingMismatchException.class)
                .hasMessageContaining("table format: 0x1 in the class, 0x2 in the library");
    }

    private static Layout layout(long... table) {
        return new Layout(table, "org.example.geo.Geo", 0xF00D);
    }
}
