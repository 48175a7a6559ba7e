package io.github.cffi4j.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PythonStringsTest {

    @Test
    void stringsAsPythonSeesThem() {
        assertThat(PythonStrings.argumentsOf("cdef", "ffi.cdef(\"\"\"\\\nint \\\"f\\\\n\";\n\"\"\")"))
                .containsExactly("int \"f\\n\";\n");
        assertThat(PythonStrings.argumentsOf("set_source", "x.set_source(\n  '_x', 'a\\n', libraries=['z'])"))
                .containsExactly("_x", "a\n");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> PythonStrings.argumentsOf("cdef", "ffi.set_source()"))
                .hasMessage("there is no call of cdef");
        assertThatThrownBy(() -> PythonStrings.argumentsOf("cdef", "ffi.cdef('\\x41')"))
                .hasMessageContaining("\\x");
    }
}
