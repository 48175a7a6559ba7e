package golden;

import static golden.Cplusplus.*;

class Use {
    public static void main(String[] args) {
        stack s = stack_new();
        stack_push(s, 1);
        stack_push(s, 2);
        System.out.println(stack_visit(s, (value, state) -> {
            System.out.println("value " + value);
            return 1;
        }, null));
        stack_free(s);
        System.out.println(absolute(-1.5) + " " + moved(point.allocate().x(1).y(2), 3) + " " + origin());
        System.out.println(LIMIT + " " + NAME.string() + " " + next_color(RED) + " " + sum(3, 1, 2, 39));
        System.out.println(squared(new io.github.cffi4j.Complex(0, 2)));
        twice = x -> 2 * x;
        thrice = x -> 3 * x;
        flags f = flags.allocate().b(7);
        set_flags(f);
        System.out.println(both(10) + " " + f);
        System.out.println(table().get(0) + " " + grid().get(5));
        io.github.cffi4j.BytePointer text = io.github.cffi4j.BytePointer.allocate(20);
        log_with((format, list) -> vsnprintf(text, 8, format, list));
        System.out.println(text.string());
    }
}
