package org.example.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.example.sqlite.Sqlite.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Ref;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sample of the functions of sqlite3.h, all of which are bound. */
class SqliteWholeRealTest {
    private static final int ALL_OF_THEM = 330;

    private final Arena arena = Arena.open();
    private sqlite3 db;

    @BeforeEach
    void open() {
        db = database("file:test?mode=memory");
    }

    @AfterEach
    void close() {
        assertThat(sqlite3_close_v2(db)).isEqualTo(SQLITE_OK);
        arena.close();
    }

    @Test
    void nearlyTheWholeHeaderIsBound() {
        assertThat(Arrays.stream(Sqlite.class.getMethods())
                        .map(Method::getName)
                        .filter(name -> name.startsWith("sqlite3"))
                        .distinct()
                        .count())
                .isGreaterThan(ALL_OF_THEM);
        assertThat(sqlite3_libversion().string()).isEqualTo(SQLITE_VERSION.string());
        assertThat(sqlite3_version().string()).isEqualTo(SQLITE_VERSION.string());
        assertThat(sqlite3_sourceid().string()).isEqualTo(SQLITE_SOURCE_ID.string());
        assertThat(sqlite3_compileoption_used("ENABLE_SESSION")).isOne();
    }

    @Test
    void valuesOfEveryTypeGoInAndOut() {
        execute("create table t(i, d, s, b, n)");
        sqlite3_stmt insert = prepare("insert into t values(:i, :d, :s, :b, :n)");
        byte[] blob = {0, 1, -1, 127, -128};
        assertThat(sqlite3_bind_parameter_index(insert, ":d")).isEqualTo(2);
        assertThat(sqlite3_bind_parameter_name(insert, 3).string()).isEqualTo(":s");
        sqlite3_bind_int64(insert, 1, Long.MIN_VALUE);
        sqlite3_bind_double(insert, 2, Math.PI);
        sqlite3_bind_text(insert, 3, "Ätna 🌋", -1, SQLITE_TRANSIENT);
        sqlite3_bind_blob(insert, 4, BytePointer.of(arena, blob), blob.length, SQLITE_TRANSIENT);
        sqlite3_bind_null(insert, 5);
        assertThat(sqlite3_step(insert)).isEqualTo(SQLITE_DONE);
        sqlite3_finalize(insert);
        assertThat(sqlite3_changes64(db)).isOne();

        sqlite3_stmt select = prepare("select * from t");
        assertThat(sqlite3_step(select)).isEqualTo(SQLITE_ROW);
        assertThat(sqlite3_column_count(select)).isEqualTo(5);
        assertThat(sqlite3_column_int64(select, 0)).isEqualTo(Long.MIN_VALUE);
        assertThat(sqlite3_column_double(select, 1)).isEqualTo(Math.PI);
        assertThat(sqlite3_column_text(select, 2).string()).isEqualTo("Ätna 🌋");
        assertThat(sqlite3_column_bytes(select, 3)).isEqualTo(blob.length);
        assertThat(BytePointer.at(sqlite3_column_blob(select, 3)).toArray(blob.length))
                .isEqualTo(blob);
        assertThat(sqlite3_column_type(select, 4)).isEqualTo(SQLITE_NULL);
        sqlite3_value copy = sqlite3_value_dup(sqlite3_column_value(select, 1));
        assertThat(sqlite3_step(select)).isEqualTo(SQLITE_DONE);
        sqlite3_finalize(select);
        assertThat(sqlite3_value_double(copy)).isEqualTo(Math.PI);
        sqlite3_value_free(copy);
    }

    @Test
    void columnsTellTheirOrigin() {
        execute("create table people(id integer primary key, name varchar(20) not null)");
        sqlite3_stmt select = prepare("select name as n from people");
        assertThat(sqlite3_column_name(select, 0).string()).isEqualTo("n");
        assertThat(sqlite3_column_origin_name(select, 0).string()).isEqualTo("name");
        assertThat(sqlite3_column_table_name(select, 0).string()).isEqualTo("people");
        assertThat(sqlite3_column_decltype(select, 0).string()).isEqualTo("varchar(20)");
        assertThat(sqlite3_normalized_sql(select).string()).isEqualTo("SELECT name AS n FROM people;");
        assertThat(sqlite3_stmt_readonly(select)).isOne();
        sqlite3_finalize(select);

        Ref<BytePointer> type = BytePointer.ref(arena);
        Ref<BytePointer> collation = BytePointer.ref(arena);
        IntPointer notNull = IntPointer.allocate(arena);
        IntPointer primaryKey = IntPointer.allocate(arena);
        IntPointer increment = IntPointer.allocate(arena);
        sqlite3_table_column_metadata(db, null, "people", "name", type, collation, notNull, primaryKey, increment);
        assertThat(type.get().string()).isEqualTo("varchar(20)");
        assertThat(collation.get().string()).isEqualTo("BINARY");
        assertThat(notNull.get()).isOne();
        assertThat(primaryKey.get()).isZero();
    }

    @Test
    void blobsAreReadAndWrittenInPlace() {
        execute("create table files(data)");
        execute("insert into files values(zeroblob(10))");
        Ref<sqlite3_blob> out = sqlite3_blob.ref(arena);
        assertThat(sqlite3_blob_open(db, "main", "files", "data", sqlite3_last_insert_rowid(db), 1, out))
                .isEqualTo(SQLITE_OK);
        sqlite3_blob blob = out.get();
        assertThat(sqlite3_blob_bytes(blob)).isEqualTo(10);
        assertThat(sqlite3_blob_write(blob, arena.string("hello"), 5, 2)).isEqualTo(SQLITE_OK);
        BytePointer read = BytePointer.allocate(arena, 10);
        assertThat(sqlite3_blob_read(blob, read, 10, 0)).isEqualTo(SQLITE_OK);
        assertThat(new String(read.toArray(10), StandardCharsets.US_ASCII)).isEqualTo("\0\0hello\0\0\0");
        assertThat(sqlite3_blob_write(blob, read, 10, 5)).isEqualTo(SQLITE_ERROR);
        assertThat(sqlite3_blob_close(blob)).isEqualTo(SQLITE_OK);
    }

    @Test
    void backupsAndSerializedDatabases() {
        execute("create table t(x)");
        execute("insert into t values(42)");
        sqlite3 target = database(":memory:");
        sqlite3_backup backup = sqlite3_backup_init(target, "main", db, "main");
        assertThat(sqlite3_backup_step(backup, -1)).isEqualTo(SQLITE_DONE);
        assertThat(sqlite3_backup_remaining(backup)).isZero();
        assertThat(sqlite3_backup_finish(backup)).isEqualTo(SQLITE_OK);
        assertThat(single(target, "select x from t")).isEqualTo(42);
        sqlite3_close(target);

        sqlite3_int64 size = sqlite3_int64.allocate(arena);
        BytePointer image = sqlite3_serialize(db, "main", size, 0);
        assertThat(image.string()).isEqualTo("SQLite format 3");
        target = database(":memory:");
        assertThat(sqlite3_deserialize(target, "main", image, size.get(), size.get(), SQLITE_DESERIALIZE_FREEONCLOSE))
                .isEqualTo(SQLITE_OK);
        assertThat(single(target, "select x from t")).isEqualTo(42);
        sqlite3_close(target);
    }

    @Test
    void sessionsRecordChanges() {
        execute("create table t(x integer primary key, y)");
        Ref<sqlite3_session> out = sqlite3_session.ref(arena);
        assertThat(sqlite3session_create(db, "main", out)).isEqualTo(SQLITE_OK);
        sqlite3session_attach(out.get(), (String) null);
        execute("insert into t values(1, 'one')");
        IntPointer size = IntPointer.allocate(arena);
        Ref<Pointer> changes = Pointer.ref(arena);
        assertThat(sqlite3session_changeset(out.get(), size, changes)).isEqualTo(SQLITE_OK);
        sqlite3session_delete(out.get());
        assertThat(size.get()).isPositive();
        Ref<sqlite3_changeset_iter> iterator = sqlite3_changeset_iter.ref(arena);
        assertThat(sqlite3changeset_start(iterator, size.get(), changes.get())).isEqualTo(SQLITE_OK);
        assertThat(sqlite3changeset_next(iterator.get())).isEqualTo(SQLITE_ROW);
        assertThat(sqlite3changeset_next(iterator.get())).isEqualTo(SQLITE_DONE);
        sqlite3changeset_finalize(iterator.get());
        sqlite3_free(changes.get());
    }

    @Test
    void errorsHaveCodesAndWords() {
        Ref<BytePointer> message = BytePointer.ref(arena);
        assertThat(sqlite3_exec(db, "select 1, nowhere", null, null, message)).isEqualTo(SQLITE_ERROR);
        assertThat(message.get().string()).isEqualTo("no such column: nowhere");
        sqlite3_free(message.get());
        assertThat(sqlite3_errcode(db)).isEqualTo(SQLITE_ERROR);
        assertThat(sqlite3_error_offset(db)).isEqualTo(10);
        execute("create table t(x unique)");
        execute("insert into t values(1)");
        assertThat(sqlite3_exec(db, "insert into t values(1)", null, null, null))
                .isEqualTo(SQLITE_CONSTRAINT);
        assertThat(sqlite3_extended_errcode(db)).isEqualTo(SQLITE_CONSTRAINT_UNIQUE);
        assertThat(sqlite3_errstr(SQLITE_BUSY).string()).isEqualTo("database is locked");
    }

    @Test
    void textIsFormattedByVariadicFunctions() {
        BytePointer text = sqlite3_mprintf("%Q and %d and %s and %.2f", "it's", 42, "Ätna", 1.5);
        assertThat(text.string()).isEqualTo("'it''s' and 42 and Ätna and 1.50");
        sqlite3_free(text);
        sqlite3_str builder = sqlite3_str_new(db);
        sqlite3_str_appendf(builder, "%lld|", Long.MAX_VALUE);
        sqlite3_str_appendall(builder, "end");
        BytePointer built = sqlite3_str_finish(builder);
        assertThat(built.string()).isEqualTo("9223372036854775807|end");
        sqlite3_free(built);
    }

    @Test
    void rowsAndSqlFunctionsAreLambdas() {
        assertThat(sqlite3_create_function_v2(
                        db,
                        "twice",
                        1,
                        SQLITE_UTF8,
                        null,
                        sqlite3_create_function_v2_xFunc.stub(
                                arena,
                                (context, n, values) ->
                                        sqlite3_result_int64(context, 2 * sqlite3_value_int64(values.get(0)))),
                        null,
                        null,
                        null))
                .isEqualTo(SQLITE_OK);
        List<String> rows = new ArrayList<>();
        sqlite3_exec(
                db,
                "select twice(21) as answer, 'x'",
                (state, n, values, names) -> {
                    rows.add(names.get(0).string() + "=" + values.get(0).string() + "/" + n);
                    return 0;
                },
                null,
                null);
        assertThat(rows).containsExactly("answer=42/2");
    }

    @Test
    void smallThings() {
        assertThat(sqlite3_complete("select 1;")).isOne();
        assertThat(sqlite3_stricmp("ABC", "abc")).isZero();
        assertThat(sqlite3_strglob("*.c", "main.c")).isZero();
        assertThat(sqlite3_get_autocommit(db)).isOne();
        execute("begin");
        assertThat(sqlite3_get_autocommit(db)).isZero();
        assertThat(sqlite3_txn_state(db, "main")).isEqualTo(SQLITE_TXN_NONE);
        assertThat(sqlite3_limit(db, SQLITE_LIMIT_COLUMN, -1)).isEqualTo(2000);
        sqlite3_randomness(8, BytePointer.allocate(arena, 8));
        assertThat(sqlite3_temp_directory()).isNull();
    }

    private sqlite3 database(String name) {
        Ref<sqlite3> out = sqlite3.ref(arena);
        int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
        assertThat(sqlite3_open_v2(name, out, flags, null)).isEqualTo(SQLITE_OK);
        return out.get();
    }

    private sqlite3_stmt prepare(String sql) {
        Ref<sqlite3_stmt> statement = sqlite3_stmt.ref(arena);
        assertThat(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_NORMALIZE, statement, null))
                .as(sqlite3_errmsg(db).string())
                .isEqualTo(SQLITE_OK);
        return statement.get();
    }

    private static int single(sqlite3 db, String sql) {
        try (Arena arena = Arena.open()) {
            Ref<sqlite3_stmt> statement = sqlite3_stmt.ref(arena);
            sqlite3_prepare_v2(db, sql, -1, statement, null);
            assertThat(sqlite3_step(statement.get())).isEqualTo(SQLITE_ROW);
            int value = sqlite3_column_int(statement.get(), 0);
            sqlite3_finalize(statement.get());
            return value;
        }
    }

    private void execute(String sql) {
        assertThat(sqlite3_exec(db, sql, null, null, null))
                .as(sqlite3_errmsg(db).string())
                .isEqualTo(SQLITE_OK);
    }
}
