package whole;

import static whole.Whole.*;

import io.github.cffi4j.Arena;

/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        System.out.println("libuv " + uv_version_string().string() + " " + UV_VERSION_MAJOR);
        uv_loop_t loop = uv_default_loop();
        try (Arena arena = Arena.open()) {
            uv_timer_t timer = uv_timer_t.allocate(arena);
            uv_timer_init(loop, timer);
            uv_timer_start(timer, uv_timer_cb.stub(arena, handle -> System.out.println("the timer has fired")), 1, 0);
            System.out.println(uv_run(loop, UV_RUN_ONCE));
            System.out.println(uv_strerror(UV_ENOENT).string());
        }
    }
}
