package golden;

import static golden.Redeclared.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        try (Arena arena = Arena.open()) {
            System.out.println(same(s.allocate(arena).x(3)).x() + " " + plain(4) + " " + negate(1) + " " + increment(1));
            System.out.println(sum3(IntPointer.of(arena, 1, 2, 3)) + " " + apply(x -> x * 2, 21) + " " + BLUE + " " + LIMIT);
            System.out.println(last() + " " + ask(() -> 8) + " " + table().get(3));
            refused(() -> table().get(4));
            reset();
            System.out.println(table().get(0));

            System.out.println(grid().get(11) + " " + grid_of(holder.allocate(arena)).get(4) + " " + corner(grid()));
            refused(() -> grid().get(12));
            held h = held.allocate(arena);
            h.inside().set(11, 5);
            refused(() -> h.inside().set(12, 5));
            System.out.println(h.inside().get(11) + " " + first_of(IntPointer.of(arena, 6, 7, 8, 9, 1, 2, 3, 4)));

            System.out.println(header.sizeof + " " + wider.sizeof + " " + again.sizeof + " " + natural.sizeof + " " + half.sizeof);
            header made = make_header();
            System.out.println(made.length() + " " + made.b() + " " + made.low() + " " + made.high() + " " + header_length(made));
            System.out.println(make_half().length());

            System.out.println(make_tail().data().get(4) + " " + make_flexible().data().get(9));
            refused(() -> tail.allocate(arena).data().get(0));

            System.out.println(checksum(BytePointer.allocate(arena, 32)));
            refused(() -> checksum(BytePointer.allocate(arena, 8)));
            System.out.println(total(new int[] {1, 2, 3, 4, 5}) + " " + total(IntPointer.of(arena, 1, 2, 3, 4)));
            refused(() -> total(new int[3]));
            refused(() -> total(IntPointer.of(arena, 1, 2, 3)));

            System.out.println(title().string() + " " + length_of("four") + " " + turned(new Complex(1, 2)) + " " + doubled(new Complex(1, 2)));

            maß m = maß.allocate(arena).länge(6).naïve$x(0.5);
            System.out.println(größe(m, 7) + " " + m.naïve$x() + " " + prüfe(wert -> wert + ПРЕДЕЛ, 1) + " " + a$b(4, 2));
            rückruf = wert -> wert + 1;
            on$𐐀 = wert -> wert + 2;
            zähler$_(zähler$_() + 1);
            System.out.println(rufe(1) + " " + zähler$_() + " " + GROẞ);
        }
    }

    private static void refused(Runnable code) {
        try {
            code.run();
            System.out.println("not refused");
        } catch (IndexOutOfBoundsException refused) {
            System.out.println(refused.getMessage().replaceFirst(" at 0x.*", ""));
        }
    }
}
