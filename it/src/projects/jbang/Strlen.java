//DEPS io.github.cffi4j:ffi-dynamic:0.1.0-SNAPSHOT
import io.github.cffi4j.dynamic.Cdef;
import io.github.cffi4j.dynamic.Library;

public class Strlen {
    public static void main(String[] words) {
        Library c = Cdef.of("size_t strlen(const char *s); int printf(const char *format, ...); int fflush(FILE *file);")
                .openProcess();
        for (String word : words) {
            c.call("printf", "%s has %ld bytes\n", word, c.call("strlen", word));
        }
        c.call("fflush", (Object) null);
    }
}
