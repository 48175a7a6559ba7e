package golden;

import static golden.Page.*;

import io.github.cffi4j.*;

/** The pieces of Java in docs/cdef.md. */
class Use {
    private static String changed = "";

    public static void main(String[] args) {
        map map = map_open("Alps", 2);
        point found = point.allocate();
        System.out.println(map_nearest(map, point.allocate().x(3).y(4), found) == GEO_OK);
        System.out.println(found + " " + geo_errors() + " " + map_id(map) + " " + GEO_VERSION + " " + SQUARE);
        map_visit(map, (p, state) -> (int) p.x(), null);
        records();
        callbacks(map);
        pointersToC();
        boolean missing = remove("no such file") != 0 && errno() == ENOENT;
        System.out.println(missing);
        try (Arena arena = Arena.open()) {
            lists(arena);
        }
        System.out.println(open_device("/dev/null"));
    }

    private static void records() {
        reading.Value before = latest().toRecord();                 // Value[celsius=-6.5, range=Value[low=-3, high=4]]
        reading r = reading.allocate().set(new reading.Value(1.5, new range.Value(3, 4)));
        System.out.println(before + " " + r.toRecord());
    }

    private static void refresh(map map) {
        changed = map == null ? "none" : "changed";
    }

    private static void callbacks(map map) {
        IntPointer numbers = IntPointer.of(Arena.automatic(), 3, 1, 2);
        int n = 3;
        qsort(numbers, n, 4, (a, b) -> Integer.compare(IntPointer.at(a).get(), IntPointer.at(b).get()));

        try (Arena arena = Arena.open()) {
            visitor v = visitor.stub(arena, (p, state) -> 0);      // C may keep it until the arena closes
            set_visitor(v);
        }
        int result = get_operation().call(3, 4);                   // a pointer that C gave
        on_change = m -> refresh(m);                               // extern "Java": the code of a C function
        map_change(map);
        System.out.println(numbers.get(0) + " " + result + " " + changed);
    }

    private static void pointersToC() {
        IntPointer data = IntPointer.of(Arena.automatic(), 5);
        on_visit = (p, state) -> (int) (p.x() + p.y());
        keep(data, addressof.my_free());           // void keep(void *, void (*destroy)(void *)); void my_free(void *);
        set_visitor(on_visit());                   // extern "Java" int on_visit(const struct point *p, void *state);
        other_visitor v = other_visitor.at(on_visit());
        System.out.println(data.get() + " " + visit_kept() + " " + (v != null));
    }

    private static void lists(Arena arena) {
        set_log(log_fn.stub(arena, (context, level, format, arguments) -> {
            BytePointer text = BytePointer.allocate(1000);
            vsnprintf(text, 1000, format, arguments);
            System.out.print(text.string());
        }));
        say("%d of %s\n", 3, "them");
    }
}
