package org.conversions.platform.partition;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.conversions.platform.database.DatabaseDefinition;

/**
 * Makes and removes the partitions of a table, on MySQL and MariaDB; the embedded database has none. Of several nodes one does
 * so at a time. Such a statement waits for those who use the table, and new ones wait behind it: so it waits for seconds only.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MonthlyPartitions {

    private static final System.Logger LOG = System.getLogger(MonthlyPartitions.class.getName());
    private static final int WAIT_SECONDS = 2;

    @Resource(lookup = DatabaseDefinition.NAME)
    private DataSource database;

    /** Work on a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Makes the partitions of this month and of the next ones. A table that has rows and no partitions is left as it is: to
     * divide it would copy it.
     *
     * @param firstAt the first id of a moment
     */
    public void grow(String table, Function<Instant, String> firstAt, Instant now) {
        onServer(connection -> alone(connection, () -> {
            MonthPlan plan = plan(connection, table, firstAt);
            Optional<String> growth = plan.growth(now);
            if (growth.isPresent() && (!plan.there().isEmpty() || isEmpty(connection, table))) {
                execute(connection, growth.get());
                LOG.log(Level.DEBUG, "{0}: {1}", table, growth.get());
            }
        }));
    }

    /** @return the end of what {@link #remove} removes; none for nothing, and for a table without partitions */
    public Optional<Instant> lastEnd(String table, Instant before) {
        return onServer(connection -> plan(connection, table, null).lastEnd(before)).flatMap(Function.identity());
    }

    /** @return whether the table has partitions */
    public boolean divides(String table) {
        return onServer(connection -> !plan(connection, table, null).there().isEmpty()).orElse(false);
    }

    /** Removes all rows of the months that are over by then. */
    public void remove(String table, Instant before) {
        onServer(connection -> alone(connection, () -> {
            Optional<String> removal = plan(connection, table, null).removal(before);
            if (removal.isPresent()) {
                execute(connection, removal.get());
                LOG.log(Level.INFO, "What is kept for a time only was removed: {0}", removal.get());
            }
        }));
    }

    /** Several statements, of one node at a time. */
    private interface Steps {
        void run() throws SQLException;
    }

    private static Boolean alone(Connection connection, Steps steps) throws SQLException {
        if (!asks(connection, "select get_lock(concat(database(), '.partitions'), 0)")) {
            return false;
        }
        try {
            execute(connection, "set session lock_wait_timeout = " + WAIT_SECONDS);
            steps.run();
            return true;
        } finally {
            execute(connection, "set session lock_wait_timeout = default");
            asks(connection, "select release_lock(concat(database(), '.partitions'))");
        }
    }

    private static MonthPlan plan(Connection connection, String table, Function<Instant, String> firstAt) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select partition_name from information_schema.partitions"
                + " where table_schema = database() and table_name = ? and partition_name is not null")) {
            select.setString(1, table);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return MonthPlan.of(table, names, firstAt);
    }

    private static boolean isEmpty(Connection connection, String table) throws SQLException {
        return !asks(connection, "select exists (select id from " + table + ")");
    }

    private static boolean asks(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(sql)) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @return empty on the embedded database */
    private <T> Optional<T> onServer(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:mysql:") ? Optional.of(work.on(connection))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The partitions of the database cannot be seen to", e);
        }
    }
}
