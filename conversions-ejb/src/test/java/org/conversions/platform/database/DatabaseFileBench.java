package org.conversions.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.conversions.platform.database.embedded.EmbeddedDriver;

/**
 * Measures the embedded database's file over many durable commits: nine of ten store a click of 400 bytes, one stores an
 * event of 4 KB, and each event's state changes twice afterwards. Run by hand, with the test class path:
 * {@code java … DatabaseFileBench [commits, 1000000] [commits a second, as many as there can be] [more of the URL]}.
 */
final class DatabaseFileBench {

    private static final int CALLERS = 64;
    private static final int CLICK_BYTES = 300;
    private static final int EVENT_BYTES = 4_000;
    private static final int LINKS = 1_000;
    private static final int EVENT_EACH = 10;
    private static final int REPORTS = 10;
    private static final int LONG_WAIT_MILLIS = 100;
    private static final double MIB = 1024 * 1024;

    private final EmbeddedDriver driver = new EmbeddedDriver();
    private final DurableCommits durable = new DurableCommits(driver);
    private final String parameters;
    private final double perSecond;
    private final Path folder;
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicLong longestWait = new AtomicLong();
    private final AtomicInteger longWaits = new AtomicInteger();

    private DatabaseFileBench(double perSecond, String parameters) throws IOException {
        this.perSecond = perSecond;
        this.parameters = parameters;
        this.folder = Files.createTempDirectory(Path.of("target"), "file-bench");
    }

    public static void main(String[] arguments) throws Exception {
        new DatabaseFileBench(arguments.length > 1 ? Double.parseDouble(arguments[1]) : Double.POSITIVE_INFINITY,
                arguments.length > 2 ? arguments[2] : "")
                .run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000);
        System.exit(0);
    }

    private void run(int total) throws Exception {
        try (Connection keptOpen = open("db")) {
            try (Statement sql = keptOpen.createStatement()) {
                sql.execute("create table click (id varchar(16) primary key, link_id varchar(40), clicked_at datetime(3), rest varchar(500))");
                sql.execute("create index click_link on click (link_id, id)");
                sql.execute("create table event (id varchar(40) primary key, state varchar(10), due_at datetime(3), payload longblob)");
                sql.execute("create index event_due on event (due_at, id)");
                sql.execute("create index event_state on event (state, id)");
            }
            ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
            List<Future<?>> callers = new ArrayList<>();
            long begin = System.nanoTime();
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.add(threads.submit(() -> {
                    call(total, begin);
                    return null;
                }));
            }
            for (int report = 1; report <= REPORTS; report++) {
                while (commits.get() < total / REPORTS * report) {
                    Thread.sleep(20);
                }
                System.out.printf("%,d commits after %d s: %.0f MiB, %d waits of more than %d ms, the longest %d ms%n",
                        commits.get(), (System.nanoTime() - begin) / 1_000_000_000, size("db"), longWaits.getAndSet(0),
                        LONG_WAIT_MILLIS, longestWait.getAndSet(0));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
            Files.copy(folder.resolve("db.mv.db"), folder.resolve("killed.mv.db"));
        }
        System.out.printf("after a stop: %.0f MiB%n", size("db"));
        long begin = System.nanoTime();
        try (Connection reopened = open("killed"); Statement sql = reopened.createStatement()) {
            System.out.printf("opened as a killed server leaves it, %.0f MiB, in %d ms%n", size("killed"), (System.nanoTime() - begin) / 1_000_000);
            sql.execute("shutdown compact");
        }
        System.out.printf("live data: %.0f MiB%n", size("killed"));
    }

    private void call(int total, long start) throws Exception {
        Random random = new Random();
        try (Connection connection = open("db");
                PreparedStatement click = connection.prepareStatement("insert into click values (?, ?, now(3), ?)");
                PreparedStatement event = connection.prepareStatement("insert into event values (?, 'received', now(3), ?)");
                PreparedStatement change = connection.prepareStatement("update event set state = ?, due_at = ? where id = ?")) {
            connection.setAutoCommit(false);
            String waiting = null;
            for (int number; (number = commits.incrementAndGet()) <= total;) {
                long early = start + (long) (number / perSecond * 1e9) - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.max(early, 0));
                long begin = System.nanoTime();
                if (number % EVENT_EACH == 0) {
                    String id = "evt_%016x%08x".formatted(System.currentTimeMillis(), number);
                    event.setString(1, id);
                    event.setBytes(2, text(random, EVENT_BYTES).getBytes(StandardCharsets.UTF_8));
                    event.executeUpdate();
                    if (waiting != null) {
                        change(change, "processed", waiting);
                    }
                    change(change, "queued", id);
                    waiting = id;
                } else {
                    click.setString(1, "%012x%04x".formatted(System.currentTimeMillis(), number & 0xffff));
                    click.setString(2, "link_" + (int) Math.abs(random.nextGaussian() * LINKS / 4));
                    click.setString(3, text(random, CLICK_BYTES));
                    click.executeUpdate();
                }
                connection.commit();
                durable.await();
                long millis = (System.nanoTime() - begin) / 1_000_000;
                longestWait.accumulateAndGet(millis, Math::max);
                if (millis > LONG_WAIT_MILLIS) {
                    longWaits.incrementAndGet();
                }
            }
        }
    }

    private static void change(PreparedStatement change, String state, String id) throws SQLException {
        change.setString(1, state);
        change.setObject(2, null);
        change.setString(3, id);
        change.executeUpdate();
    }

    /** Makes a text as compressible as JSON: words of a small vocabulary, and numbers. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append("\"field_").append(random.nextInt(60)).append("\":\"").append(Integer.toHexString(random.nextInt())).append("\",");
        }
        return text.substring(0, length);
    }

    private double size(String file) throws IOException {
        return Files.size(folder.resolve(file + ".mv.db")) / MIB;
    }

    private Connection open(String file) throws SQLException, IOException {
        Properties user = new Properties();
        user.setProperty("user", "conversions");
        user.setProperty("password", "conversions");
        String url = EmbeddedSettings.url().replace("${conversions.data.dir}/db/conversions", folder.toAbsolutePath().resolve(file).toString());
        return driver.connect(url + parameters, user);
    }
}
