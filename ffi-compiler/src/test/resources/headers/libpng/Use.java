package whole;

import static whole.Whole.*;

import io.github.cffi4j.Arena;

/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        System.out.println("libpng " + png_access_version_number() + " " + PNG_LIBPNG_VER_STRING.string());
        try (Arena arena = Arena.open()) {
            png_image image = png_image.allocate(arena);
            image.version(PNG_IMAGE_VERSION);
            System.out.println(png_image_begin_read_from_file(image, "nowhere.png"));
            System.out.println(image.warning_or_error());
        }
    }
}
