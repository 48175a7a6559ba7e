package golden;

import static golden.Waves.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        System.out.println(twice(new Complex(1.5, -2)) + " " + conjugate(new Complex(0.1, 2)));
        System.out.println(from_parts(-0.0, Double.NaN) + " " + magnitude(new Complex(3, 4)));
        System.out.println(UNIT + " " + gain());
        gain(new Complex(0, 3));

        wave w = wave.allocate().id(7).amplitude(new Complex(1, 2));
        w.phases().set(2, new Complex(0.25, -0.5));
        wave louder = louder(w);
        System.out.println(louder.id() + " " + louder.amplitude() + " " + louder.phases().get(2));
        System.out.println(wave.at(w).amplitude());

        try (Arena arena = Arena.open()) {
            ComplexPointer values = ComplexPointer.of(arena, new Complex(1, 0), new Complex(0, 1));
            rotate(values, 2, new Complex(0, 1));
            System.out.println(values.get() + " " + values.get(1));
            filter kept = filter.stub(arena, (z, f, state) -> new Complex(z.re() + f.re(), z.im()));
            System.out.println(apply(kept, new Complex(1, 1)));
        }
        System.out.println(scratch().get(1));
        System.out.println(apply((z, f, state) -> new Complex(z.im(), z.re()), new Complex(8, 9)));
        System.out.println(doubling().call(new Complex(1, 2), new Complex(0.5, 0), null) + " " + apply(null, UNIT));
        transform = z -> new Complex(z.re() * 2, z.im());
        System.out.println(transformed(new Complex(21, 1)));
        refused(() -> twice(null));
        refused(() -> values3().get(3));

        precise p = precise.allocate().tag('p').value(1.5);
        System.out.println(third() + " " + TENTH + " " + total() + " " + p.value());
        c_long_double exact = c_long_double.allocate();
        third_at(exact);
        p.more().set(exact.get());
        System.out.println("a third rounded is " + (exactly_a_third(p.more()) != 0));
        p.more().copy(0, exact);
        System.out.println("a third copied is " + (exactly_a_third(p.more()) != 0));
        p.more().set(1, -0.75);
        halve(p.more());
        System.out.println(p.more().get(0) + " " + p.more().get(1));
        total(2.5);
        p.where(exact);
        System.out.println(total() + " " + p.where().get());

        mixture m = mixture.allocate().share(0.1);
        share_out(m.shares(), 4);
        System.out.println(m.share() + " " + m.shares().get(3) + " " + real.allocate().set(0.25).get());
    }

    private static FloatComplexPointer values3() {
        return wave.allocate().phases();
    }

    private static void refused(Runnable call) {
        try {
            call.run();
            System.out.println("not refused");
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage().replaceAll("0x.*", "..."));
        }
    }
}
