package org.conversions.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.conversions.platform.GroupCommit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rest of the embedded database, with the parameters of the settings file, when the power fails at any moment. */
class PowerCutTest {

    private static final int CUTS = 12;
    private static final int CUT_PAUSE_MILLIS_MAX = 400;
    private static final int CALLERS = 8;
    private static final int EVENT_BYTES = 4_000;
    private static final int EVENTS_KEPT = 300;

    private final Random random = new Random();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lastEvent = new AtomicInteger();
    private volatile int removedUpTo;
    private volatile boolean stopped;

    @TempDir
    private Path folder;
    private CutDatabase database;

    /** Writes that were not forced are lost at one cut, and there in part at the next. */
    @Test
    @Timeout(120)
    @DisplayName("after a power cut the database opens, and everything that was acknowledged is in it")
    void whatWasAcknowledgedIsThere() throws Exception {
        database = new CutDatabase(folder.resolve("running"));
        try (Connection keptOpen = database.connect(); Statement sql = keptOpen.createStatement()) {
            sql.execute("create table event (id int primary key, state varchar(10), due_at datetime(3), payload varchar(5000))");
            sql.execute("create index event_due on event (due_at, id)");
            keptOpen.commit();
            DurableCommits durable = new DurableCommits(database);
            durable.await();
            ExecutorService threads = Executors.newCachedThreadPool();
            try (GroupCommit<Integer> commits = new GroupCommit<>(100, 50, Thread::new, this::store, durable::await)) {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    running.add(threads.submit(() -> tell(commits)));
                }
                running.add(threads.submit(this::work));
                for (int i = 0; i < CUTS; i++) {
                    Thread.sleep(random.nextInt(CUT_PAUSE_MILLIS_MAX));
                    cut(i, i % 2 == 0 ? () -> false : random::nextBoolean);
                }
                stopped = true;
                for (Future<?> one : running) {
                    one.get(10, TimeUnit.SECONDS);
                }
            } finally {
                stopped = true;
                threads.shutdownNow();
            }
        }
    }

    private void cut(int number, BooleanSupplier reached) throws Exception {
        // A commit that is acknowledged while the picture is taken may or may not be in it.
        Set<Integer> before = new TreeSet<>(acknowledged);
        byte[] left = database.cut(reached);
        Files.write(folder.resolve("cut" + number + ".mv.db"), left);
        try (Connection reopened = database.reopen(folder.resolve("cut" + number)); Statement sql = reopened.createStatement();
                ResultSet rows = sql.executeQuery("select id, payload from event")) {
            Set<Integer> found = new TreeSet<>();
            while (rows.next()) {
                found.add(rows.getInt(1));
                assertThat(rows.getString(2)).isEqualTo(text(rows.getInt(1)));
            }
            before.removeIf(id -> id <= removedUpTo || found.contains(id));
            assertThat(before).as("lost at cut %d", number).isEmpty();
        }
    }

    private Void tell(GroupCommit<Integer> commits) throws Exception {
        while (!stopped) {
            int id = lastEvent.incrementAndGet();
            commits.submit(id).get();
            acknowledged.add(id);
        }
        return null;
    }

    /** Works as the inbox does: changes states in transactions of its own, and waits for none to be on the disk. */
    private Void work() throws Exception {
        try (Connection connection = database.connect()) {
            while (!stopped) {
                try (Statement sql = connection.createStatement()) {
                    sql.executeUpdate("update event set state = 'done', due_at = null where due_at is not null order by due_at limit 20");
                    int last = lastEvent.get() - EVENTS_KEPT;
                    removedUpTo = Math.max(removedUpTo, last);
                    sql.executeUpdate("delete from event where id <= " + last);
                    connection.commit();
                }
            }
        }
        return null;
    }

    private void store(List<Integer> batch) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("insert into event values (?, 'new', now(3), ?)")) {
            for (int id : batch) {
                insert.setInt(1, id);
                insert.setString(2, text(id));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(int id) {
        StringBuilder text = new StringBuilder();
        Random letters = new Random(id);
        while (text.length() < EVENT_BYTES) {
            text.append((char) ('a' + letters.nextInt(26)));
        }
        return text.toString();
    }
}
