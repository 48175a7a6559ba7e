package org.example.tutorial;

import io.github.cffi4j.Pointer;
import io.github.cffi4j.dynamic.Cdef;
import io.github.cffi4j.dynamic.Library;
import io.github.cffi4j.dynamic.StructOf;

/** The first lines of the CFFI tutorial once more, without a build: the cdef is read when the program runs. */
public final class InLine {
    private static final String CDEF = """
            typedef long time_t;
            struct timeval { time_t tv_sec; long tv_usec; };
            int gettimeofday(struct timeval *now, void *zone);
            int printf(const char *format, ...);
            int fflush(FILE *file);
            """;

    private interface LibC {
        int gettimeofday(timeval now, Pointer zone);

        int printf(String format, Object... values);

        int fflush(Pointer file);
    }

    private interface timeval extends StructOf<timeval> {
        long tv_sec();
    }

    private InLine() {}

    public static void main(String[] arguments) {
        Cdef cdef = Cdef.of(CDEF);
        try (Library c = cdef.openProcess()) {
            c.call("printf", "%s is %d and %.2f\n", "pi", 3, Math.PI);

            LibC typed = c.as(LibC.class);
            timeval now = cdef.type(timeval.class).allocate();
            typed.gettimeofday(now, null);
            typed.printf("%ld seconds since 1970\n", now.tv_sec());
            typed.fflush(null);
        }
    }
}
