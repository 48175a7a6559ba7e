import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.SourceText;

/** Parses one short cdef. */
final class FirstParse {
    public static void main(String[] arguments) throws CdefException {
        String text = "typedef struct point { double x, y; } point;\nint add(int a, int b);\n#define N 10\n";
        int declarations = CdefParser.parse(new SourceText("First.cdef", text))
                .variants()
                .get(0)
                .cdef()
                .declarations()
                .size();
        if (declarations != 4) {
            throw new IllegalStateException("not the declarations to measure: " + declarations);
        }
    }
}
