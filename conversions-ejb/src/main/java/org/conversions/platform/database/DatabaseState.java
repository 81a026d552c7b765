package org.conversions.platform.database;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** Says what the database is and how large, for operations. It costs little: sizes are the database's own estimates. */
@Stateless
public class DatabaseState {

    private static final String MYSQL_TABLES = "select t.table_name, t.table_rows, t.data_length + t.index_length"
            + " from information_schema.tables t where t.table_schema = database() and t.table_type = 'BASE TABLE'"
            + " order by 3 desc, 1";
    private static final String H2_TABLES = "select t.table_name, t.row_count_estimate, null from information_schema.tables t"
            + " where lower(t.table_schema) = 'public' and t.table_type = 'BASE TABLE' order by 2 desc, 1";
    private static final String H2_SIZE = "select s.setting_value from information_schema.settings s where s.setting_name = 'info.FILE_SIZE'";
    private static final String SCHEMA = "select f.version from flyway_schema_history f where f.version is not null"
            + " order by f.installed_rank desc limit 1";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** A table. @param rows about how many. @param bytes with its indexes; null where the database does not say it */
    public record TableSize(String name, long rows, Long bytes) {
    }

    /**
     * The database.
     *
     * @param schema the version of the newest migration
     * @param bytes  null where the database does not say it
     * @param tables the largest first
     */
    public record State(String product, String version, String schema, Long bytes, List<TableSize> tables) {
    }

    public State read() {
        return database.unwrap(Session.class).doReturningWork(DatabaseState::read);
    }

    private static State read(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        boolean shared = SharedDatabase.isShared();
        List<TableSize> tables = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(shared ? MYSQL_TABLES : H2_TABLES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                tables.add(new TableSize(rows.getString(1), rows.getLong(2), rows.getObject(3) == null ? null : rows.getLong(3)));
            }
        }
        Long bytes = shared ? Long.valueOf(tables.stream().mapToLong(table -> table.bytes() == null ? 0 : table.bytes()).sum())
                : text(connection, H2_SIZE) == null ? null : Long.valueOf(text(connection, H2_SIZE));
        return new State(about.getDatabaseProductName(), about.getDatabaseProductVersion(), text(connection, SCHEMA), bytes, tables);
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
