package golden;

import static golden.Calls.*;

import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;

public final class Use {
    public static void main(String[] arguments) {
        flags f = flags.allocate().a(5).b(-8).c(true).d(1L << 39);
        System.out.println(f);
        refused(() -> f.a(8));
        refused(() -> f.b(-9));

        System.out.println(vec_add(vec.allocate().x(1).y(2), vec.allocate().x(10).y(20)));
        refused(() -> vec_add(null, vec.allocate()));
        System.out.println(num_of(1.0f).i());

        box b = box.allocate();
        b.lo().x(3);
        b.tags().set(2, 9);
        b.i(0x3f800000);
        b.inner().s(-5);
        System.out.println(b.lo() + " " + b.tags().get(2) + " " + b.f() + " " + b.inner());

        counter(70);
        System.out.println(counter() + " " + origin() + " " + greeting().string() + " " + table().get(4));
        System.out.println(UNIT + " " + anon_global().z());

        System.out.println(sum_ints(12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        System.out.println(mixed("didlid", 1.5, 2, 2.5, 3L, 4, 5.5));
        System.out.println(mixed("dddddddddddd", 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.));
        System.out.println(mixed(
                "iiiiiiiiiidddddddddd", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.));
        System.out.println(after(1, 2, 3, 4., 5., 6.));
        refused(() -> sum_ints(1, new Object()));
        refused(() -> sum_ints(33, new Object[33]));
        BytePointer text = BytePointer.allocate(100);
        System.out.println(snprintf(text, 100, "%s is %d and %.2f%c", "pi", 3, Math.PI, '!') + " " + text.string());

        System.out.println(total(new int[] {1, 2, 3}, 3) + " " + mean(new double[] {1, 3}, new double[] {0, 5}, 2));
        System.out.println(apply(get_add(), 3, 4) + " " + half(3.0) + " " + make_plain(4) + " " + ld(1.25));
        System.out.println(sum3(IntPointer.allocate(3).set(0, 1).set(1, 2).set(2, 3)));
        text t = Calls.text.at(BytePointer.allocate(20));
        t.data().set(0, (byte) 'x');
        System.out.println(t.data().string());
    }

    private static void refused(Runnable call) {
        try {
            call.run();
            System.out.println("not refused");
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
        }
    }
}
