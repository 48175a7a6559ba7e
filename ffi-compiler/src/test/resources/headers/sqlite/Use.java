package whole;

import static whole.Whole.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Ref;

/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        System.out.println("SQLite " + sqlite3_libversion().string() + ", of " + SQLITE_VERSION.string());
        try (Arena arena = Arena.open()) {
            Ref<sqlite3> database = sqlite3.ref(arena);
            System.out.println(sqlite3_open(":memory:", database) == SQLITE_OK);
            Ref<sqlite3_stmt> statement = sqlite3_stmt.ref(arena);
            sqlite3_prepare_v2(database.get(), "select ?1 || ' 🌍'", -1, statement, null);
            sqlite3_bind_text(statement.get(), 1, "Grüße", -1, SQLITE_TRANSIENT);
            while (sqlite3_step(statement.get()) == SQLITE_ROW) {
                System.out.println(sqlite3_column_text(statement.get(), 0).string());
            }
            sqlite3_finalize(statement.get());
            sqlite3_close(database.get());
        }
    }
}
