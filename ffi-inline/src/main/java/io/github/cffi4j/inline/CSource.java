package io.github.cffi4j.inline;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * C for a parameter of a JUnit test, as {@link Inline} compiles it:
 *
 * <pre>{@code
 * @Test
 * void squares(@CSource(value = "static int square(int i) { return i * i; }", cdef = "int square(int i);") Library c) {
 *     assertEquals(49, c.call("square", 7));
 * }
 * }</pre>
 *
 * <p>The library is closed after the test. This needs JUnit 5.13 or later.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CSourceResolver.class)
public @interface CSource {
    /** Returns the C code. */
    String value();

    /** Returns the declarations of what Java uses. */
    String cdef();
}
