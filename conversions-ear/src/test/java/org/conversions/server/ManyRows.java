package org.conversions.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/**
 * Fills tables by copying rows that the product has made: each copy is a row of its own number, and some of its columns come
 * from that number. So a test or benchmark has millions of rows that are whole, whatever columns a table has.
 */
public final class ManyRows {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BATCH = 10_000;

    private final Connection database;
    private final int count;

    private ManyRows(Connection database, int count) {
        this.database = database;
        this.count = count;
    }

    /**
     * Numbers so many rows, the oldest first, spread over a time that ends now: table many_rows with n from 0, at, a sortable
     * word of 16 characters that begins with the time, link, model, and first: the word of the first row of its group.
     *
     * @param links  the ids to choose from, the first ones far more often
     * @param models the ids to take by turns
     * @param group  the size of a group
     */
    public static ManyRows numbered(Connection database, int count, Duration span, List<String> links, List<String> models,
                                    int group) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("drop table if exists many_rows");
            statement.execute("create table many_rows (n int not null primary key, at datetime(3) not null,"
                    + " word varchar(16) not null, link varchar(40) not null, model varchar(40) not null,"
                    + " first varchar(16) not null)");
        }
        Instant begin = Instant.now().minus(span);
        String first = "";
        SplittableRandom random = new SplittableRandom(1);
        database.setAutoCommit(false);
        try (PreparedStatement insert = database.prepareStatement(
                "insert into many_rows (n, at, word, link, model, first) values (?, ?, ?, ?, ?, ?)")) {
            for (int n = 0; n < count; n++) {
                Instant at = begin.plusMillis(span.toMillis() * n / count);
                String word = base62(at.toEpochMilli(), 8) + base62(n, 8);
                first = n % group == 0 ? word : first;
                insert.setInt(1, n);
                insert.setTimestamp(2, Timestamp.from(at));
                insert.setString(3, word);
                insert.setString(4, links.get((int) (links.size() * Math.pow(random.nextDouble(), 3))));
                insert.setString(5, models.get(n % models.size()));
                insert.setString(6, first);
                insert.addBatch();
                if (n % BATCH == BATCH - 1 || n == count - 1) {
                    insert.executeBatch();
                    database.commit();
                }
            }
        }
        database.setAutoCommit(true);
        return new ManyRows(database, count);
    }

    /**
     * Copies rows, in the order of their numbers.
     *
     * @param model    the condition that finds the one row of the table, as m, that is copied for a number, as r
     * @param which    the condition on the numbers, as r
     * @param replaced the SQL of columns that are not copied; those that the table does not have are left out
     */
    public void copy(String table, String model, String which, Map<String, String> replaced) throws SQLException {
        StringJoiner names = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        for (String column : columns(table)) {
            names.add(column);
            values.add(replaced.getOrDefault(column, "m." + column));
        }
        String sql = "insert into " + table + " (" + names + ") select " + values + " from many_rows r join " + table + " m on "
                + model + " where " + which + " and r.n >= ? and r.n < ?";
        for (int from = 0; from < count; from += BATCH) {
            try (PreparedStatement insert = database.prepareStatement(sql)) {
                insert.setInt(1, from);
                insert.setInt(2, from + BATCH);
                insert.executeUpdate();
            }
        }
    }

    /** Inserts a row for each number. @param insert the statement as far as its columns @param values the SQL of a row, as r */
    public void insert(String insert, String values, String which) throws SQLException {
        for (int from = 0; from < count; from += BATCH) {
            try (PreparedStatement statement = database.prepareStatement(insert + " select " + values + " from many_rows r where "
                    + which + " and r.n >= ? and r.n < ?")) {
                statement.setInt(1, from);
                statement.setInt(2, from + BATCH);
                statement.executeUpdate();
            }
        }
    }

    /** The ids that a statement finds. */
    public static List<String> ids(Connection database, String sql) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    public void end() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("drop table many_rows");
        }
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet nothing = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            for (int column = 1; column <= nothing.getMetaData().getColumnCount(); column++) {
                columns.add(nothing.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static String base62(long number, int length) {
        char[] digits = new char[length];
        for (int i = length - 1; i >= 0; i--) {
            digits[i] = ALPHABET.charAt((int) (number % ALPHABET.length()));
            number /= ALPHABET.length();
        }
        return new String(digits);
    }
}
