package golden;

import static golden.Handles.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        try (Arena arena = Arena.open()) {
            Ref<store> out = store.ref(arena);
            System.out.println(out.get());
            System.out.println(store_open("A", out) + " " + opened());
            store s = out.get();
            System.out.println(store_same(s).equals(s) + " " + store_same(null));
            cursor c = store_cursor(s);
            System.out.println((c != null) + " " + store.at(raw_of(s)).equals(s) + " " + is_raw(s) + " " + is_raw(null));
            System.out.println(is_token(make_token()) + " " + is_token(null) + " " + never());
            System.out.println(store_close(s));

            Ref<BytePointer> tail = BytePointer.ref(arena);
            Ref<Pointer> any = Pointer.ref(arena);
            System.out.println(names(tail, any) + " " + tail.get().string() + " " + any.get().equals(tail));

            Ref<BytePointer> names = BytePointer.ref(arena).set(BytePointer.of(arena, (byte) 'x', (byte) 'y', (byte) 0));
            Ref<Ref<BytePointer>> deep = Ref.type(BytePointer.TYPE).ref(arena).set(names);
            System.out.println(deep(deep));

            IntPointer one = IntPointer.of(arena, 1);
            IntPointer two = IntPointer.of(arena, 2);
            Ref<IntPointer> a = IntPointer.ref(arena).set(one);
            Ref<IntPointer> b = IntPointer.ref(arena).set(two);
            swap(a, b);
            System.out.println(a.get().get() + " " + b.get().get());
            System.out.println(print_to(null));

            // The names people know: a typedef of the pointer to a handle, and a second typedef of a type.
            Ref<matrix> made = matrix.ref(arena);
            System.out.println(matrix_new(made) + " " + matrix_same(made.get()).equals(made.get()));
            session open = session_open();
            System.out.println(session_close(open));
            vector v = vector_of(4);
            point p = v;
            System.out.println(p.x() + " " + vector.allocate(arena).x(5) + " " + vector.at(v.asBytes()).x());
        }
    }
}
