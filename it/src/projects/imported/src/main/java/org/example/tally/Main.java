package org.example.tally;

import static org.example.tally.Tally.*;

import java.util.ArrayList;
import java.util.List;

public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        tally t = tally_new(TALLY_WRAP);
        for (int i = 1; i <= 4; i++) {
            tally_add(t, i);
        }
        List<Double> values = new ArrayList<>();
        tally_each(t, (value, context) -> values.add(value), null);
        tally_sum sum = tally_result(t);
        System.out.println(values + " sum " + sum.total() + " mean " + tally_mean(sum));
        System.out.println(TALLY_VERSION.string() + " up to " + TALLY_LIMIT);
        tally_free(t);
    }
}
