package org.conversions.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The source behind the connection pool. It brings the schema up to date before it hands out its first connection, so
 * nothing in the application can meet an older schema, whatever the server happens to start first.
 */
public class DatabaseSourceMigrated extends DatabaseSource {

    private static final Logger LOG = Logger.getLogger(DatabaseSourceMigrated.class.getName());

    /** What MySQL wants to hear after a table's columns: ids and keys differ by case. */
    private static final String MYSQL_TABLE = "engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin";

    /** One migration for all sources that the pool makes. Several nodes are kept apart by Flyway's own lock. */
    private static boolean migrated;

    @Override
    public Connection getConnection(String name, String secret) throws SQLException {
        migrate();
        return super.getConnection(name, secret);
    }

    private void migrate() throws SQLException {
        synchronized (DatabaseSourceMigrated.class) {
            if (migrated) {
                return;
            }
            try {
                Flyway.configure(DatabaseSourceMigrated.class.getClassLoader())
                        .dataSource(new DatabaseSource())
                        .locations("classpath:db/migration")
                        .placeholders(Map.of("table", isMySql() ? MYSQL_TABLE : ""))
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                String message = "The schema of " + url() + " cannot be brought up to date: " + e.getMessage();
                LOG.log(Level.SEVERE, message);
                throw new SQLException(message, e);
            }
            migrated = true;
        }
    }
}
