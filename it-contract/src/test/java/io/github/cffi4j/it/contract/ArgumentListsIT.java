package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Calls.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What C passes as a va_list, passed on: a struct, an array or a pointer, as the platform has it. */
class ArgumentListsIT {

    @Test
    @DisplayName("a callback passes its va_list on, as often as it likes (fault 22)")
    void passedOn() {
        List<String> logged = new ArrayList<>();
        try (Arena arena = Arena.open()) {
            BytePointer text = BytePointer.allocate(arena, 200);
            logger log = logger.stub(arena, (level, format, arguments) -> {
                int length = vsnprintf(null, 0, format, arguments);
                vsnprintf(text, 200, format, arguments);
                logged.add(level + " " + length + " " + text.string());
            });
            log_three(log, "%d %g %s", 42, 0.5, "text");
            log_many(log, "%d %g %d %g %d %g %d %g %d %g %d %g %d %g %d %g %d %g %d %g");
        }
        assertThat(logged)
                .containsExactly(
                        "3 11 42 0.5 text",
                        "20 61 1 1.5 2 2.5 3 3.5 4 4.5 5 5.5 6 6.5 7 7.5 8 8.5 9 9.5 10 10.5");
    }

    @Test
    @DisplayName("a callback with '...' gets the arguments as a va_list (fault 22)")
    void variadicCallbacks() {
        long sum = sum_of_three(
                (count, arguments) -> {
                    long total = 0;
                    for (int i = 0; i < count; i++) {
                        // By its address: C moves it on.
                        total = total * 10 + next_long(arguments);
                    }
                    return total;
                },
                1,
                2,
                3);
        assertThat(sum).isEqualTo(123);
    }

    @Test
    @DisplayName("a function that Java implements gets a va_list (fault 22)")
    void implementedByJava() {
        sum_list = (count, arguments) -> count * 100L + next_long(arguments) * 10 + next_long(arguments);
        assertThat(fire_sum_list(4, 5)).isEqualTo(245);
    }

    @Test
    @DisplayName("there is no empty va_list (fault 22)")
    void nothing() {
        try (Arena arena = Arena.open()) {
            BytePointer text = BytePointer.allocate(arena, 10);
            assertThatThrownBy(() -> vsnprintf(text, 10, "%d", null)).isInstanceOf(NullPointerException.class);
        }
    }
}
