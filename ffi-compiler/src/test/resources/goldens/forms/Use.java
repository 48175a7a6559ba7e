package golden;

import static golden.Forms.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        constants();
        types();
        structs();
        functions();
        callbacks();
        globals();
    }

    private static void constants() {
        print(VERSION, OCTAL, NEGATIVE, WIDE, TOLD, SPREAD, LIMIT, LIMIT_IS, PORT, RATIO, NAME.string(), TITLE.string(), DEEP);
        print(RED, GREEN, BLUE, ALSO_BLUE, P_ONE, E_ONE, E_TWO, (char) ANONYMOUS, COMPUTED, LEFT, RIGHT, ON, OFF);
    }

    private static void types() {
        print(wide_char(0x20AC), char16(0xFFFF), Long.toHexString(char32(0x1F600)), negated(false));
        print(signed_size(3), widest(Long.MIN_VALUE), Long.toUnsignedString(widest_unsigned(-1)), fast(-3));
        print(spelled(1, 2), told_of(1, 255, 0.5), next_color(RED), other_side(LEFT));
        try (Arena arena = Arena.open()) {
            BytePointer text = arena.string("text");
            print(distance(text, text), windows_names(null, "A", 1, 1, 2));
            IntPointer word = IntPointer.allocate(arena);
            print(windows_pointers(word, (String) null), word.get(), standard_out() != null, attributed("x"));
        }
    }

    private static void structs() {
        nested n = nested.allocate().low(1).high(2).f(0.5f).state(OFF);
        n.named().in(3);
        print(n, Integer.toHexString(n.i()));
        bits b = bits.allocate().a(7).b(-16).s(RIGHT).c(1);
        print(b, some.allocate().second(5), empty.allocate());
        arrays a = filled();
        print(a.fixed().get(4), a.told().string(), a.grid().get(5), a.r().get(3), a.names().get(1).string(), a.names().get(2));
        print(a.rows().get(7), grid_sum(a.grid()));
        tail t = tail.at(ShortPointer.allocate(8)).n(2);
        t.data().set(0, (short) 30).set(1, (short) 12);
        print(sum_of(t));
        self s = self.allocate();
        print(s.next(s).next().equals(s), by_value(both.allocate().x(1), number.allocate().i(41)));
        only_pointer p = pointer_only();
        print(p, look(p, a_secret(), a_key(), null));
        calls c = called();
        print(c.one().call(1, 2), c.chosen().call(0).call(41));
    }

    private static void functions() {
        print(old_style(), inlined(), also_inlined(), add(40, 2), first(1, 2, "x"), in_c(5));
        print(choose('+').call(2, 1), chooser_of().call('-').call(2, 1), applied(x -> x * 2, 21));
        print(convention(x -> x + 1, 41));
        callback_convention(() -> print("called"));
        try (Arena arena = Arena.open()) {
            IntPointer eight = IntPointer.of(arena, 1, 2, 3, 4, 5, 6, 7, 8);
            print(external(eight, eight, eight, eight), pointer_to_element(eight, 1).get(), qualified(eight, null));
        }
    }

    private static void callbacks() {
        from_java = x -> x;
        exported_from_java = x -> print("exported", x);
        block_one = x -> x * 10;
        block_two = x -> x * 100;
        print(call_java(3));
    }

    private static void globals() {
        counter(counter() + 1);
        second(2);
        print(counter(), second(), message().string(), numbers().get(2), pair(), current().call(20, 22));
    }

    private static void print(Object... values) {
        StringBuilder line = new StringBuilder();
        for (Object value : values) {
            line.append(value).append(' ');
        }
        System.out.println(line.toString().strip());
    }
}
