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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database as a killed process leaves it while transactions write to several of many tables. */
class WholeTransactionsTest {

    private static final int KILLS = 20;
    private static final int KILL_PAUSE_MILLIS_MAX = 60;
    private static final int CALLERS = 4;
    /** As many as it takes until a snapshot lasts about as long as the application's. */
    private static final int OTHER_TABLES = 400;

    private final Random random = new Random();
    private final AtomicInteger lastRequest = new AtomicInteger();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;
    private CutDatabase database;

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void aKillLeavesATransactionAsAWholeOrNotAtAll() throws Exception {
        database = new CutDatabase(folder.resolve("running"));
        try (Connection keptOpen = database.connect(); Statement sql = keptOpen.createStatement()) {
            sql.execute("create table request (id int primary key, answer varchar(50))");
            for (int i = 0; i < OTHER_TABLES; i++) {
                sql.execute("create table other" + i + " (id int primary key)");
            }
            sql.execute("create table link (id int primary key, name varchar(50))");
            sql.execute("create index link_name on link (name)");
            DurableCommits durable = new DurableCommits(database);
            durable.await();
            ExecutorService threads = Executors.newCachedThreadPool();
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    running.add(threads.submit(() -> call(durable, true)));
                    running.add(threads.submit(() -> call(durable, false)));
                }
                for (int i = 0; i < KILLS; i++) {
                    Thread.sleep(random.nextInt(KILL_PAUSE_MILLIS_MAX));
                    Set<Integer> before = Set.copyOf(acknowledged);
                    Path left = folder.resolve("kill" + i);
                    Files.write(Path.of(left + ".mv.db"), database.cut(() -> true));
                    look(left, before);
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

    /** Answers requests as the API does: what a request makes and its answer are one transaction. Some are not waited for. */
    private Void call(DurableCommits durable, boolean waits) throws Exception {
        try (Connection connection = database.connect();
                PreparedStatement prepare = connection.prepareStatement("insert into request (id) values (?)");
                PreparedStatement make = connection.prepareStatement("insert into link values (?, ?)");
                PreparedStatement keep = connection.prepareStatement("update request set answer = 'made' where id = ?")) {
            while (!stopped) {
                int id = lastRequest.incrementAndGet();
                prepare.setInt(1, id);
                prepare.executeUpdate();
                connection.commit();
                make.setInt(1, id);
                make.setString(2, "link" + id);
                make.executeUpdate();
                keep.setInt(1, id);
                keep.executeUpdate();
                connection.commit();
                if (waits) {
                    durable.await();
                    acknowledged.add(id);
                } else {
                    Thread.sleep(1);
                }
            }
        }
        return null;
    }

    private void look(Path left, Set<Integer> before) throws IOException, SQLException, ReflectiveOperationException {
        try (Connection reopened = database.reopen(left)) {
            Set<Integer> answered = ids(reopened, "select id from request where answer is not null");
            assertThat(answered).as("answered after %s", left).containsAll(before);
            assertThat(ids(reopened, "select id from link")).as("links after %s", left).isEqualTo(answered);
            assertThat(ids(reopened, "select id from link use index (link_name) where name > 'link'"))
                    .as("links of the index after %s", left).isEqualTo(answered);
        }
    }

    private static Set<Integer> ids(Connection connection, String query) throws SQLException {
        Set<Integer> ids = new TreeSet<>();
        try (Statement sql = connection.createStatement(); ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }
}
