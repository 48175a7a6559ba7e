package golden;

import static golden.Names.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        System.out.println(
                same_records(record_.allocate().var(7), Names.Record.allocate().yield_(7), permits_.allocate().sealed(7)));
        System.out.println(new_(1, 2, 3) + " " + toString_(4) + " " + wait_(5, "12") + " " + unnamed(1, "12", 3));
        notify_();
        try (Arena arena = Arena.open()) {
            String_ none = null;
            System.out.println(Object(none, "x"));
            Native_ taken = Native_.allocate(arena).address_(40).segment_(2);
            System.out.println(Native(taken) + " " + taken);
            Layout_ layout = Layout_.allocate(arena);
            layout.set(2);
            System.out.println(Arena(40, layout));
            Names_ names = Names_.allocate(arena).Names(42);
            System.out.println(Names(names));
            System.out.println(Names.public_ + " " + Names.Reference_ + " " + Names.Checked_);
            System.out.println(Reference_of("abc", names, 7));
            fields fields = Names.fields.allocate(arena).value(1).offset_value(2).equals_(5);
            fields.LAYOUT().Names(39);
            System.out.println(of_fields(fields) + " " + fields);
            System.out.println(Thread_id(Names.Thread.allocate(arena).id(6)));
            System.out.println(Long_l(Names.Long.allocate(arena).l(7), 8));
            System.out.println(ffi_layout_() + " " + native_(9) + " " + a_b() + " " + a());
            System.out.println(Names.node_ + " " + node.allocate(arena).left(3) + " " + same_enum(leaf));
            System.out.println(x0(41) + " " + v(40) + " "
                    + each((i, pointer, it, last) -> values.allocate().i(i + pointer.i() + it.i() + last), 10));
            collect(object -> System.out.println("visited " + object), "four");
            System.out.println(made(object -> System.out.println("made " + object)).Names());
            System.out.println(logged(object -> System.out.println("logged " + object), "%d", 40));
            System.out.println(version(java_.allocate(arena).util(25)));
        }
    }
}
