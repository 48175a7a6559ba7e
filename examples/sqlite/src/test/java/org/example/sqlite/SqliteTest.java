package org.example.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.example.sqlite.Sqlite.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Ref;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteTest {
    private static final int ROWS = 100_000;

    private final Arena arena = Arena.open();
    private sqlite3 db;

    @BeforeEach
    void open() {
        Ref<sqlite3> out = sqlite3.ref(arena);
        assertThat(sqlite3_open(":memory:", out)).isEqualTo(SQLITE_OK);
        db = out.get();
    }

    @AfterEach
    void close() {
        assertThat(sqlite3_close(db)).isEqualTo(SQLITE_OK);
        arena.close();
    }

    @Test
    void theLibraryIsTheOneTheHeaderBelongsTo() {
        assertThat(sqlite3_libversion_number()).isEqualTo(SQLITE_VERSION_NUMBER);
    }

    @Test
    void aHundredThousandRowsOfTextComeBackAsTheyWent() {
        execute("create table people(id integer primary key, name text)");
        execute("begin");
        sqlite3_stmt insert = prepare("insert into people values(?, ?)");
        for (int id = 0; id < ROWS; id++) {
            sqlite3_bind_int64(insert, 1, id);
            sqlite3_bind_text(insert, 2, name(id), -1, SQLITE_TRANSIENT);
            assertThat(sqlite3_step(insert)).isEqualTo(SQLITE_DONE);
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        execute("commit");

        sqlite3_stmt select = prepare("select id, name from people order by id");
        int read = 0;
        while (sqlite3_step(select) == SQLITE_ROW) {
            assertThat(sqlite3_column_int64(select, 0)).isEqualTo(read);
            assertThat(sqlite3_column_text(select, 1).string()).isEqualTo(name(read));
            read++;
        }
        sqlite3_finalize(select);
        assertThat(read).isEqualTo(ROWS);
    }

    @Test
    void integersKeepAll64Bits() {
        sqlite3_stmt select = prepare("select ?");
        sqlite3_bind_int64(select, 1, Long.MIN_VALUE);
        assertThat(sqlite3_step(select)).isEqualTo(SQLITE_ROW);
        assertThat(sqlite3_column_int64(select, 0)).isEqualTo(Long.MIN_VALUE);
        sqlite3_finalize(select);
    }

    @Test
    void errorsHaveAMessage() {
        Ref<sqlite3_stmt> statement = sqlite3_stmt.ref(arena);
        assertThat(sqlite3_prepare_v2(db, "selct 1", -1, statement, null)).isNotEqualTo(SQLITE_OK);
        assertThat(sqlite3_errmsg(db).string()).isEqualTo("near \"selct\": syntax error");
        assertThat(statement.get()).isNull();
    }

    @Test
    void aLambdaSeesTheRows() {
        List<String> rows = new ArrayList<>();
        int code = sqlite3_exec(
                db,
                "select 1 as one, 'Ä' as two union select 2, null",
                (state, n, values, names) -> {
                    rows.add(names.get(1).string() + "="
                            + (values.get(1) == null ? null : values.get(1).string()));
                    return 0;
                },
                null,
                null);
        assertThat(code).isEqualTo(SQLITE_OK);
        assertThat(rows).containsExactly("two=Ä", "two=null");
    }

    @Test
    void whatALambdaThrowsReachesTheCallerThroughSqlite() {
        assertThatThrownBy(() -> sqlite3_exec(
                        db,
                        "select 1",
                        (state, n, values, names) -> {
                            throw new IllegalStateException("enough");
                        },
                        null,
                        null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    private static String name(int id) {
        return "Ätna 🌋 " + id;
    }

    private sqlite3_stmt prepare(String sql) {
        Ref<sqlite3_stmt> statement = sqlite3_stmt.ref(arena);
        assertThat(sqlite3_prepare_v2(db, sql, -1, statement, null)).isEqualTo(SQLITE_OK);
        return statement.get();
    }

    private void execute(String sql) {
        sqlite3_stmt statement = prepare(sql);
        assertThat(sqlite3_step(statement)).isEqualTo(SQLITE_DONE);
        sqlite3_finalize(statement);
    }
}
