package org.conversions.platform.database;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TimeZone;
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

    /** Follows a table's columns on MySQL: ids and keys differ by case. */
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
            refuseZoneThatMovesTimes(isMySql(), TimeZone.getDefault());
            try {
                Flyway.configure(DatabaseSourceMigrated.class.getClassLoader())
                        .dataSource(new DatabaseSource())
                        .locations("classpath:db/migration")
                        .placeholders(Map.of("table", isMySql() ? MYSQL_TABLE : ""))
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                String message = "The schema of " + address() + " cannot be brought up to date: " + reason(e);
                LOG.log(Level.SEVERE, message);
                throw new SQLException(message, e);
            }
            migrated = true;
        }
    }

    /** The first line of what was said, and of why: the driver calls each failure to connect by the same words. */
    private static String reason(FlywayException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = firstLine(failure);
        if (said.contains(firstLine(cause))) {
            return said;
        }
        String what = cause instanceof GeneralSecurityException ? "its certificate is not trusted: " : "";
        return said + " (" + what + firstLine(cause) + ")";
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * MySQL's driver takes some times for local ones and moves them by the zone of this machine; then nothing would be
     * due when it is. Better no start than wrong times.
     */
    static void refuseZoneThatMovesTimes(boolean mySql, TimeZone zone) throws SQLException {
        if (mySql && !zone.hasSameRules(TimeZone.getTimeZone("UTC"))) {
            String message = "With MySQL this server must run in UTC and not in the time zone " + zone.getID()
                    + ": start Java with -Duser.timezone=UTC";
            LOG.log(Level.SEVERE, message);
            throw new SQLException(message);
        }
    }
}
