package golden;

import static golden.Widths.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        System.out.println(same_narrow(-128) + " " + same_wide(Long.MIN_VALUE) + " " + same_unsigned(65535) + " "
                + same_alias(127));
        refused(() -> same_narrow(128));
        refused(() -> same_unsigned(-1));
        refused(() -> same_alias(-129));
        try (Arena arena = Arena.open()) {
            narrow_t narrow = narrow_t.allocate(arena, 3);
            unsigned_t more = unsigned_t.allocate(arena, 3);
            c_long longs = c_long.allocate(arena, 3);
            size_t size = size_t.allocate(arena);
            fill(narrow, more, longs, size, 3);
            System.out.println(narrow.get(2) + " " + more.get(2) + " " + longs.get(2) + " " + size.get());
            System.out.println(last(narrow, 2));
            refused(() -> narrow.set(200));
            holder h = holder.allocate(arena).n(-1).u(65535).l(-10).s(6);
            System.out.println(total(h) + " " + h);
            refused(() -> h.u(65536));
            sizes s = sizes.allocate(arena);
            fill_sizes(s);
            System.out.println(s.wide().get(2) + " " + s.small().get(1));
        }
    }

    private static void refused(Runnable call) {
        try {
            call.run();
            System.out.println("not refused");
        } catch (ValueOutOfRangeException e) {
            System.out.println(e.getMessage());
        }
    }
}
