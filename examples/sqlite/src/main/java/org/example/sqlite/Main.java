package org.example.sqlite;

import static org.example.sqlite.Sqlite.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Ref;

/** Opens a database in memory, writes and reads. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("SQLite " + sqlite3_libversion().string());
        try (Arena arena = Arena.open()) {
            Ref<sqlite3> out = sqlite3.ref(arena);
            if (sqlite3_open(":memory:", out) != SQLITE_OK) {
                throw new IllegalStateException("cannot open a database in memory");
            }
            sqlite3 db = out.get();
            Ref<sqlite3_stmt> statement = sqlite3_stmt.ref(arena);
            sqlite3_prepare_v2(db, "select 'Grüße, ' || ? || ' 🌍'", -1, statement, null);
            sqlite3_bind_text(statement.get(), 1, "Welt", -1, SQLITE_TRANSIENT);
            while (sqlite3_step(statement.get()) == SQLITE_ROW) {
                System.out.println(sqlite3_column_text(statement.get(), 0).string());
            }
            sqlite3_finalize(statement.get());

            sqlite3_exec(
                    db,
                    "select 1, 'two' union select 3, 'four'",
                    (state, n, values, names) -> {
                        System.out.println(
                                values.get(0).string() + " " + values.get(1).string());
                        return 0;
                    },
                    null,
                    null);
            sqlite3_close(db);
        }
    }
}
