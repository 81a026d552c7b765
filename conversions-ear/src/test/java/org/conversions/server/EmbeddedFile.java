package org.conversions.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The embedded database of a server that has stopped, whose file is compressed and tells nothing by itself. */
public final class EmbeddedFile {

    /** The options that every connection to a database repeats that was created so. */
    private static final String AS_CREATED =
            ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IFEXISTS=TRUE;ACCESS_MODE_DATA=r";

    private EmbeddedFile() {
    }

    /**
     * Reads a copy, so that the server finds everything as it has left it.
     *
     * @param data the data folder of the server
     * @return whether any value in any row of any table contains the text
     */
    public static boolean holds(Path data, String text) {
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + copy(data) + AS_CREATED,
                "conversions", "conversions")) {
            for (String table : tables(database)) {
                if (holds(database, table, text)) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException("The database in " + data + " cannot be read", e);
        }
    }

    private static Path copy(Path data) {
        Path copy = BuildFolder.create("copy-of-database");
        try {
            Files.copy(data.resolve("db/conversions.mv.db"), copy.resolve("conversions.mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy.resolve("conversions");
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select table_name from information_schema.tables"
                        + " where lower(table_schema) = 'public'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static boolean holds(Connection database, String table, String text) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + '"')) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    Object value = rows.getObject(column);
                    String stored = value instanceof byte[] || value instanceof Blob
                            ? new String(rows.getBytes(column), StandardCharsets.UTF_8) : rows.getString(column);
                    if (stored != null && stored.contains(text)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
