package golden;

import static golden.Values.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        try (Arena arena = Arena.open()) {
            box b = box.allocate(arena);
            b.high().x(2).y(4);
            System.out.println(grown(b, 1) + " " + centre(b) + " " + b.high());
            System.out.println(total(0) + " " + total(3, 1, 2, 39));
            System.out.println(half(5));
            counter(counter() + 1);
            System.out.println(counter() + " " + label.string() + " " + origin() + " " + table().get(3));
            flags f = flags.allocate(arena);
            fill(f);
            System.out.println(f.on() + " " + f.level() + " " + f.whole() + " " + f.part() + " "
                    + f.nested().inside() + " " + f.grid().get(5));
            f.level(7).on(0);
            System.out.println(f.level() + " " + f.on());
            try {
                f.level(8);
            } catch (ValueOutOfRangeException e) {
                System.out.println(e.getMessage());
            }
            System.out.println(call(comparing(), 44, 2));
            System.out.println(split(0xA5) + " " + known().open(18) + " " + kind_of(known()));
            holder h = holder.at(IntPointer.of(arena, HIGH, 40, 41));
            System.out.println(mode_of(h) + " " + h.mode() + " " + h.tail().get(0));
        }
    }
}
