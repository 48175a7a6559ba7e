package whole;

import static whole.Whole.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Ref;

/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        try (Arena arena = Arena.open()) {
            Ref<FT_Library> library = FT_Library.ref(arena);
            System.out.println(FT_Init_FreeType(library));
            Ref<FT_FaceRec> face = FT_FaceRec.ref(arena);
            System.out.println(FT_New_Face(library.get(), "nowhere.ttf", 0, face) != 0);
            System.out.println(FREETYPE_MAJOR + "." + FREETYPE_MINOR + "." + FREETYPE_PATCH);
            FT_Done_FreeType(library.get());
        }
    }
}
