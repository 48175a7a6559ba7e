package golden;

import static golden.Macros.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        it thing = it.allocate().x(5);
        System.out.println(field(thing) + " " + twice(21) + " " + narrow(255) + " " + narrow(254));
        System.out.println(ratio(1, 8) + " " + renamed(4) + " " + forwarded(4) + " " + add_to(40, 2));
        System.out.println(counted_call(9) + " " + counted_call(8) + " " + calls() + " " + size_of((short) 1));
        set(thing, 11);
        negate(thing);
        System.out.println(thing.x() + " " + none() + " " + by_value(thing) + " " + moved(thing, 1).x() + " " + thing.x());
        System.out.println(named("somebody").string() + " " + named("").string());
        System.out.println(many(3, 10, 20, 30));
        try (Arena arena = Arena.open()) {
            System.out.println(squares(2, IntPointer.of(arena, 1, 2, 3, 4)) + " " + total(3, IntPointer.of(arena, 1, 2, 3)));
        }
        System.out.println(QUARTER + " " + SUM + " " + LIMIT + " " + first().x());
        on_event = code -> code * 2;
        System.out.println(raise_event(21));
    }
}
