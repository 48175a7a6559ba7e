package whole;

import static whole.Whole.*;

import io.github.cffi4j.Arena;

/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        System.out.println("raylib " + RAYLIB_VERSION.string());
        try (Arena arena = Arena.open()) {
            Color red = Color.allocate(arena);
            red.r(255).a(255);
            Image image = GenImageColor(4, 3, red);
            System.out.println(image.width() + " x " + image.height() + " " + Integer.toHexString(ColorToInt(red)));
            UnloadImage(image);
        }
        System.out.println(Clamp(7, 0, 5));
    }
}
