package io.github.cffi4j.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.dynamic.Library;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** C beside a test. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CSourceTest {
    private static Library last;

    @Test
    @Order(1)
    void compilesTheCOfAParameter(
            @CSource(value = "static int square(int i) { return i * i; }", cdef = "int square(int i);") Library c,
            @CSource(value = "static int cube(int i) { return i * i * i; }", cdef = "int cube(int i);") Library d) {
        last = c;
        assertThat(c.call("square", 7)).isEqualTo(49);
        assertThat(d.call("cube", 3)).isEqualTo(27);
    }

    @Test
    @Order(2)
    void closesItBehindTheTest() {
        assertThatThrownBy(() -> last.call("square", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed");
    }
}
