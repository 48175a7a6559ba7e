package golden;

import static golden.Platforms.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import kinds.Kinds;
import java.util.function.Supplier;

/** On Linux with glibc, where the goldens run. */
final class Use {
    public static void main(String[] args) {
        System.out.println("there: " + everywhere(1) + " " + fork_twice(21) + " " + glibc_only() + " " + add(1, 2));
        missing(() -> beep(440));
        missing(Platforms::musl_only);

        System.out.println("constants: " + SEPARATOR + " " + EVENTS() + " " + NICE() + " " + INT + " " + HUP() + " "
                + POLL() + " " + UNIX_PI());
        missing(Platforms::DRIVES);
        missing(Platforms::BREAK);
        missing(Platforms::INFO);
        missing(Platforms::COMSPEC);

        status s = status.allocate().size(1).blocks(1L << 40).sticky(1).time(0.25);
        System.out.println(s + " " + FIRST());
        missing(s::attributes);
        missing(() -> s.attributes(1));

        handle h = handle.allocate().id(7).flags(3);
        System.out.println(h + " " + handle_id(h));
        missing(h::event);

        secret secret = secret_get();
        System.out.println(secret);
        missing(secret::value);
        missing(Platforms.secret::allocate);

        missing(overlapped::allocate);
        missing(registry_key::allocate);
        try (Arena arena = Arena.open()) {
            BytePointer bytes = BytePointer.allocate(arena, 1);
            bytes.set((byte) 9);
            System.out.println("alike: " + send_bytes(bytes, 1));
            missing(() -> registry_key.allocate(arena));
            missing(() -> apc.stub(arena, parameter -> {}));
            System.out.println("stub: " + on_signal(handler.stub(arena, signal -> signal * 10), 4));
        }

        unix_errors(unix_errors() + 1);
        System.out.println("globals: " + unix_errors());
        missing(Platforms::windows_errors);
        missing(() -> {
            windows_errors(1);
            return null;
        });

        System.out.println(
                "included: " + narrow_of(Kinds.narrow.allocate().n(5)) + " " + kind_of(Kinds.NARROW()));
        missing(Kinds.wide::allocate);
        missing(() -> wide_of(null));

        on_event = fd -> fd + 100;
        System.out.println("callbacks: " + raise_event(1));
        on_console = event -> event; // C never calls it here
        missing(Platforms::on_console);
        missing(() -> {
            queue(parameter -> {});
            return null;
        });
    }

    private static void missing(Supplier<?> call) {
        try {
            System.out.println("not expected: " + call.get());
        } catch (UnsupportedOperationException e) {
            System.out.println(e.getMessage());
        }
    }
}
