package whole;

import static whole.Whole.*;


/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        TSParser parser = ts_parser_new();
        System.out.println(ts_parser_language(parser) == null);
        System.out.println(TREE_SITTER_LANGUAGE_VERSION);
        ts_parser_delete(parser);
    }
}
