package golden;

import static golden.Records.*;

import io.github.cffi4j.Complex;

public final class Use {
    public static void main(String[] arguments) {
        reading r = latest();
        reading.Value value = r.toRecord();
        System.out.println(value + " " + sum(r));
        r.set(new reading.Value(1.5, 2, CLEAR, false, new range.Value(3, 4), 5));
        System.out.println(r.toRecord() + " " + sum(r));
        System.out.println(latest().toRecord().equals(value) + " " + r.toRecord().equals(value));
        try {
            r.set(new reading.Value(0, 300, CLEAR, false, new range.Value(0, 0), 0));
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(sample.allocate().set(new sample.Value(1, new Complex(2, 3), 4)).toRecord());
    }
}
