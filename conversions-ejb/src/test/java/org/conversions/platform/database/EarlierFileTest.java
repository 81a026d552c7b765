package org.conversions.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.conversions.platform.database.embedded.EmbeddedDriver;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database file that the server's H2 2.2.224 has left, with every table of the schema and rows in all of them. */
class EarlierFileTest {

    private static final String EARLIER = "jdbc:h2:file:%s;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
            + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=2000";
    private static final int ROWS = 30;
    private static final int LONG_TEXT = 6_000;

    @TempDir
    private Path folder;
    private Map<String, List<String>> left;

    @BeforeEach
    void leave() throws Exception {
        try (URLClassLoader apart = new URLClassLoader(new URL[] {Path.of("target/earlier-h2.jar").toUri().toURL()},
                ClassLoader.getPlatformClassLoader())) {
            Driver earlier = (Driver) apart.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
            String url = EARLIER.formatted(folder.resolve("ordered"));
            migrate(earlier, url);
            try (Connection connection = earlier.connect(url, user())) {
                assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith("2.2.224");
                for (String table : tables(connection)) {
                    fill(connection, table);
                }
                left = content(connection);
                // As a killed server leaves it.
                Files.copy(folder.resolve("ordered.mv.db"), folder.resolve("killed.mv.db"));
            }
        }
    }

    @Test
    @DisplayName("is opened, brought up to date, read and changed as if it were an own one")
    void isOpened() throws Exception {
        for (String file : List.of("ordered", "killed")) {
            String url = EmbeddedSettings.url().replace("${conversions.data.dir}/db/conversions", folder.resolve(file).toString());
            Driver driver = new EmbeddedDriver();
            migrate(driver, url);
            Map<String, List<String>> changed;
            try (Connection connection = driver.connect(url, user())) {
                assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith("2.4.240");
                assertThat(content(connection)).isEqualTo(left);
                try (Statement sql = connection.createStatement()) {
                    assertThat(sql.executeUpdate("update stripe_event set state = 'again', due_at = now(3)")).isEqualTo(ROWS);
                    assertThat(sql.executeUpdate("delete from click limit 10")).isEqualTo(10);
                    sql.executeUpdate("update link set live = null, url = concat(url, '?again')");
                }
                changed = content(connection);
            }
            try (Connection connection = driver.connect(url, user())) {
                assertThat(content(connection)).isEqualTo(changed);
            }
        }
    }

    private static void migrate(Driver driver, String url) {
        DataSource source = (DataSource) Proxy.newProxyInstance(EarlierFileTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class}, (proxy, method, values) ->
                        method.getName().equals("getConnection") ? driver.connect(url, user()) : null);
        Flyway.configure().dataSource(source).locations("classpath:db/migration").placeholders(Map.of("table", ""))
                .load().migrate();
    }

    private static Properties user() {
        Properties user = new Properties();
        user.setProperty("user", "conversions");
        user.setProperty("password", "conversions");
        return user;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, "public", null, new String[] {"BASE TABLE", "TABLE"})) {
            while (rows.next()) {
                if (!rows.getString(3).startsWith("flyway")) {
                    tables.add(rows.getString(3));
                }
            }
        }
        assertThat(tables).contains("click", "stripe_event", "sale");
        return tables;
    }

    private static void fill(Connection connection, String table) throws SQLException {
        try (Statement sql = connection.createStatement(); ResultSet none = sql.executeQuery("select * from " + table + " where false")) {
            ResultSetMetaData columns = none.getMetaData();
            String marks = String.join(", ", Collections.nCopies(columns.getColumnCount(), "?"));
            try (PreparedStatement insert = connection.prepareStatement("insert ignore into " + table + " values (" + marks + ")")) {
                for (int row = 0; row < ROWS; row++) {
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        insert.setObject(column, value(columns, column, row));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private static Object value(ResultSetMetaData columns, int column, int row) throws SQLException {
        int width = columns.getPrecision(column);
        return switch (columns.getColumnType(column)) {
            case Types.VARCHAR, Types.CHAR -> {
                String text = "Ünï_" + columns.getColumnName(column) + Integer.toString(row * 7_919, 36);
                yield text.substring(Math.max(0, text.length() - width));
            }
            case Types.CLOB -> "x" + row + "y".repeat(LONG_TEXT);
            case Types.BLOB -> ("{\"row\":" + row + "}").repeat(LONG_TEXT / 10).getBytes(StandardCharsets.UTF_8);
            case Types.TIMESTAMP -> LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(row * 977L).plusNanos(123_000_000);
            case Types.DATE -> LocalDateTime.of(2026, 1, 1, 0, 0).plusDays(row).toLocalDate();
            case Types.BOOLEAN, Types.BIT -> row % 2 == 0;
            default -> row + 1;
        };
    }

    /** @return the rows of each table, from the first to the last by its primary key, which is read in both directions */
    private static Map<String, List<String>> content(Connection connection) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : tables(connection)) {
            List<String> rows = rows(connection, table, "");
            List<String> backwards = rows(connection, table, " desc");
            Collections.reverse(backwards);
            assertThat(backwards).as(table).isEqualTo(rows);
            all.put(table, rows);
        }
        return all;
    }

    private static List<String> rows(Connection connection, String table, String direction) throws SQLException {
        List<String> key = new ArrayList<>();
        try (ResultSet columns = connection.getMetaData().getPrimaryKeys(null, "public", table)) {
            while (columns.next()) {
                key.add(columns.getString("COLUMN_NAME") + direction);
            }
        }
        List<String> found = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select * from " + table + " order by " + String.join(", ", key))) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    Object value = rows.getMetaData().getColumnType(column) == Types.BLOB
                            ? Arrays.toString(rows.getBytes(column)) : rows.getString(column);
                    row.append(value).append('|');
                }
                found.add(row.toString());
            }
        }
        return found;
    }
}
