package org.conversions.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The settings file's demands on the embedded database. */
class EmbeddedDatabaseTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    /**
     * H2 finds out who waits for whom at rows, but not at unique keys: there it tries again until the lock timeout. With
     * ten seconds, two tellers of one buyer kept the whole inbox waiting that long, time and again.
     */
    @Test
    @Timeout(60)
    @DisplayName("two who wait for each other at a unique key are parted soon, by an error after which one tries again")
    void whoWaitAtAUniqueKeyArePartedSoon() throws Exception {
        try (Connection keptOpen = open(); Statement sql = keptOpen.createStatement()) {
            sql.execute("create table buyer (id int primary key, name varchar(10), constraint buyer_name unique (name))");
            sql.execute("insert into buyer values (1, 'stand-in')");
            keptOpen.commit();
            CyclicBarrier both = new CyclicBarrier(2);
            long begin = System.nanoTime();

            List<SQLException> lost = together(
                    run(both, "update buyer set name = 'other' where id = 1", "update buyer set name = 'real' where id = 1"),
                    run(both, "insert into buyer values (2, 'real')", "select id from buyer where id = 1 for update"));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
            assertThat(lost).isNotEmpty().allSatisfy(error -> assertThat((Throwable) error).isInstanceOf(SQLTransientException.class));
        }
    }

    /** @return the result of a transaction of two statements, between which it waits for the other one */
    private static Callable<SQLException> run(CyclicBarrier both, String first, String second) {
        return () -> {
            try (Connection connection = open(); Statement sql = connection.createStatement()) {
                sql.execute(first);
                both.await();
                sql.execute(second);
                connection.commit();
                return null;
            } catch (SQLException e) {
                return e;
            }
        };
    }

    @SafeVarargs
    private static List<SQLException> together(Callable<SQLException>... transactions) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(transactions.length);
        try {
            List<SQLException> errors = new ArrayList<>();
            for (Future<SQLException> done : threads.invokeAll(List.of(transactions))) {
                if (done.get() != null) {
                    errors.add(done.get());
                }
            }
            return errors;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Connection open() throws SQLException, IOException {
        String url = EmbeddedSettings.url();
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:races" + url.substring(url.indexOf(';')));
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }
}
