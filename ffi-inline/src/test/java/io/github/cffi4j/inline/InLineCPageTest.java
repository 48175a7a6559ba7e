package io.github.cffi4j.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cffi4j.dynamic.Library;
import org.junit.jupiter.api.Test;

/** The pieces of docs/in-line-c.md. */
class InLineCPageTest {
    @Test
    void theSmallestExample() {
        Library c = Inline.c("""
                #include <math.h>
                static double area(double r) { return M_PI * r * r; }
                """).cdef("double area(double r);").compile();
        double area = (double) c.call("area", 2.0);
        assertThat(area).isEqualTo(Math.PI * 4);
    }

    @Test
    void anInterface() {
        String code = "static double area(double r) { return r * r * 3; }";
        interface Circle {
            double area(double r);
        }
        Circle circle = Inline.c(code).cdef("double area(double r);").compile().as(Circle.class);
        assertThat(circle.area(2)).isEqualTo(12);
    }

    @Test
    void squares(
            @CSource(value = "static int square(int i) { return i * i; }", cdef = "int square(int i);") Library c) {
        assertEquals(49, c.call("square", 7));
    }
}
