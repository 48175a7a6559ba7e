package golden;

import static golden.Structs.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        try (Arena arena = Arena.open()) {
            box b = box.allocate(arena);
            b.low().x(1).y(1);
            b.high().x(2).y(3);
            System.out.println(area(b));
            grow(b, 1);
            System.out.println(area(b) + " " + b.name().string() + " " + b.high());

            everything e = everything.allocate(arena);
            fill(e);
            System.out.println(e.flag() + " " + e.c() + " " + e.sc() + " " + e.uc() + " " + e.s() + " " + e.us() + " "
                    + e.i() + " " + e.ui() + " " + e.l() + " " + e.ll() + " " + Long.toUnsignedString(e.ull()) + " "
                    + e.f() + " " + e.d() + " " + e.text().string().length() + " " + e.any().equals(e) + " "
                    + e.next().equals(e) + " " + e.kind() + " " + e.size());
            everything copy = everything.allocate(arena);
            copy.flag(true).c(200).sc(-100).uc(200).s(-30000).us(60000).i(-2000000000).ui(4000000000L).l(-5).ll(-6)
                    .ull(-7).f(1.5f).d(2.5).text(null).any(copy).next(copy).kind(SQUARE).size(99);
            System.out.println(check(copy));
            refused(() -> copy.c(256));
            refused(() -> copy.sc(128));
            refused(() -> copy.uc(-1));
            refused(() -> copy.s(32768));
            refused(() -> copy.us(65536));
            refused(() -> copy.ui(-1));

            partial p = partial.allocate(arena);
            fill_partial(p);
            System.out.println(p.first() + " " + p.second() + " " + p.values().get(3) + " " + p.points().get(1).y()
                    + " " + p.boxes().get(2).equals(p) + " " + p.boxes().get(0));
            outside(() -> p.values().get(4));
            outside(() -> p.points().get(2));

            number n = number.allocate(arena).i(0x3f800000);
            System.out.println(as_float(n) + " " + n.bytes().get(3));
            System.out.println(make(21).which() + " " + make(21).value().i());

            list last = list.allocate(arena);
            list first = list.allocate(arena).next(last);
            System.out.println(length(first) + " " + length(null));
            point points = point.allocate(arena, 2);
            points.get(1).x(4);
            System.out.println(points.get(0) + " " + points.get(1));
            outside(() -> points.get(2).x());
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

    private static void outside(Runnable access) {
        try {
            access.run();
            System.out.println("not outside");
        } catch (IndexOutOfBoundsException e) {
            System.out.println("outside");
        }
    }
}
