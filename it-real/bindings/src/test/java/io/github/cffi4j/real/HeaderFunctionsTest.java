package io.github.cffi4j.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class HeaderFunctionsTest {
    private static final String HEADER = """
            #define X_API
            #define X_ERROR 1 /* an error */
            #define X_IO (X_ERROR | (2<<8))
            #define X_NAME "x"
            #define X_STATIC ((void (*)(void *))0)
            X_API int x_open(
              const char *name,  /* UTF-8 */
              int (*log)(void *, int)
            );
            X_API char *x_format(const char *, va_list);
            #ifdef A
            X_API int x_open(const char *name, int (*log)(void *, int));
            #endif
            """;

    @Test
    void functionsAndIntegerMacros() {
        Properties leftOut = new Properties();
        leftOut.setProperty("x_format", "takes a va_list");
        assertThat(new HeaderFunctions(HEADER, leftOut).cdef("X_API")).isEqualTo("""
                #define X_ERROR ...
                #define X_IO ...
                int x_open( const char *name, int (*log)(void *, int) );
                """);
    }

    @Test
    void whatIsLeftOutMustBeThere() {
        Properties leftOut = new Properties();
        leftOut.setProperty("x_gone", "removed");
        assertThatThrownBy(() -> new HeaderFunctions(HEADER, leftOut).cdef("X_API"))
                .hasMessage("left out, but not in the header: [x_gone]");
    }
}
