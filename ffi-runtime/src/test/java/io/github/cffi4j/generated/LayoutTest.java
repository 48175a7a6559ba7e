package io.github.cffi4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.BindingMismatchException;
import io.github.cffi4j.IntegerType;
import io.github.cffi4j.NativeLibraryNotFoundException;
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

    /** Without a library a class can be initialised, and each use says why there is none (fault 29). */
    @Test
    void aMissingLibraryIsToldAtEachUse() {
        NativeLibraryNotFoundException failure = new NativeLibraryNotFoundException("no library");
        failure.addSuppressed(new IllegalStateException("the disk is full"));
        Layout layout = Layout.missing(failure);

        assertThat(layout.isPresent()).isFalse();
        assertThat(layout.integer("long", 0)).isNull();
        assertThat(layout.floating(1)).isNull();
        Presence presence = layout.presence(2, "linux-x86_64");
        assertThat(presence.here()).isFalse();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> layout.get(0))
                    .isInstanceOf(NativeLibraryNotFoundException.class)
                    .hasMessage("no library")
                    .hasSuppressedException(failure.getSuppressed()[0])
                    .isNotSameAs(failure);
            assertThatThrownBy(() -> presence.require("fork()")).hasMessage("no library");
        }
    }
}
