package io.github.cffi4j.benchmark.real;

import static org.example.sqlite.Sqlite.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Ref;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** SQLite beside sqlite-jdbc: a database in memory each, the same statements, prepared once. */
final class Databases {
    private static final int ROWS = 10_000;
    private static final int INSERTS = 1000;
    private static final String INSERT = "insert into t values (?, ?)";
    private static final String DELETE = "delete from t where id > " + ROWS;
    private static final String FETCH = "select text from t where id = ?";
    private static final String SCAN = "select id, text from t";

    private Databases() {}

    /** A database with a table of numbers and texts. */
    private interface Database {
        /** Inserts rows in one transaction, and takes them out again. */
        void insert(int first, int count);

        String fetch(int id);

        /** The sum of the numbers and of the lengths of the texts. */
        long scan();
    }

    static List<Comparison> sqlite() {
        Database ours = new OurSqlite();
        Database peer = new SqliteJdbc();
        Comparison.same("a row", ours.fetch(77), peer.fetch(77));
        Comparison.same("all rows", ours.scan(), peer.scan());
        int[] key = {0};
        return List.of(
                new Comparison(
                        "SQLite",
                        "insert 1,000 rows",
                        0,
                        () -> ours.insert(ROWS + 1, INSERTS),
                        () -> peer.insert(ROWS + 1, INSERTS)),
                new Comparison(
                        "SQLite",
                        "fetch a row by its key",
                        0,
                        () -> ours.fetch(1 + key[0]++ % ROWS),
                        () -> peer.fetch(1 + key[0]++ % ROWS)),
                new Comparison("SQLite", "read 10,000 rows", 0, ours::scan, peer::scan));
    }

    private static String text(int id) {
        return "row number " + id + " says hello";
    }

    private static final class OurSqlite implements Database {
        private final sqlite3 database;
        private final sqlite3_stmt insert;
        private final sqlite3_stmt fetch;
        private final sqlite3_stmt scan;

        OurSqlite() {
            try (Arena arena = Arena.open()) {
                Ref<sqlite3> out = sqlite3.ref(arena);
                checked(sqlite3_open(":memory:", out));
                database = out.get();
            }
            execute("create table t (id integer primary key, text text)");
            insert = prepare(INSERT);
            fetch = prepare(FETCH);
            scan = prepare(SCAN);
            fill(1, ROWS);
        }

        private void checked(int code) {
            if (code != SQLITE_OK && code != SQLITE_DONE) {
                throw new IllegalStateException(sqlite3_errmsg(database).string());
            }
        }

        private void execute(String sql) {
            checked(sqlite3_exec(database, sql, null, null, null));
        }

        private sqlite3_stmt prepare(String sql) {
            try (Arena arena = Arena.open()) {
                Ref<sqlite3_stmt> out = sqlite3_stmt.ref(arena);
                checked(sqlite3_prepare_v2(database, sql, -1, out, null));
                return out.get();
            }
        }

        private void fill(int first, int count) {
            execute("begin");
            for (int id = first; id < first + count; id++) {
                sqlite3_bind_int64(insert, 1, id);
                sqlite3_bind_text(insert, 2, text(id), -1, SQLITE_TRANSIENT);
                checked(sqlite3_step(insert));
                sqlite3_reset(insert);
            }
            execute("commit");
        }

        @Override
        public void insert(int first, int count) {
            fill(first, count);
            execute(DELETE);
        }

        @Override
        public String fetch(int id) {
            sqlite3_bind_int64(fetch, 1, id);
            sqlite3_step(fetch);
            String text = sqlite3_column_text(fetch, 0).string();
            sqlite3_reset(fetch);
            return text;
        }

        @Override
        public long scan() {
            long sum = 0;
            while (sqlite3_step(scan) == SQLITE_ROW) {
                sum += sqlite3_column_int64(scan, 0)
                        + sqlite3_column_text(scan, 1).string().length();
            }
            sqlite3_reset(scan);
            return sum;
        }
    }

    private static final class SqliteJdbc implements Database {
        private final Connection connection;
        private final PreparedStatement insert;
        private final PreparedStatement delete;
        private final PreparedStatement fetch;
        private final PreparedStatement scan;

        SqliteJdbc() {
            try {
                connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                connection.createStatement().execute("create table t (id integer primary key, text text)");
                connection.setAutoCommit(false);
                insert = connection.prepareStatement(INSERT);
                delete = connection.prepareStatement(DELETE);
                fetch = connection.prepareStatement(FETCH);
                scan = connection.prepareStatement(SCAN);
                fill(1, ROWS);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void fill(int first, int count) throws SQLException {
            for (int id = first; id < first + count; id++) {
                insert.setLong(1, id);
                insert.setString(2, text(id));
                insert.executeUpdate();
            }
            connection.commit();
        }

        @Override
        public void insert(int first, int count) {
            try {
                fill(first, count);
                delete.executeUpdate();
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String fetch(int id) {
            try {
                fetch.setLong(1, id);
                try (ResultSet rows = fetch.executeQuery()) {
                    rows.next();
                    return rows.getString(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long scan() {
            try (ResultSet rows = scan.executeQuery()) {
                long sum = 0;
                while (rows.next()) {
                    sum += rows.getLong(1) + rows.getString(2).length();
                }
                return sum;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
