package org.conversions.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The executable jar in a process of its own, as an operator runs it: on a free port, with its own data folder and the
 * given settings, which it gets from its environment.
 */
public final class ConversionsServer implements AutoCloseable {

    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 90;
    private static final long POLL_MILLIS = 30;
    private static final long POLL_MILLIS_MAX = 500;
    private static ConversionsServer shared;
    /** What the first server that was ready has unpacked. */
    private static volatile Path installation;

    static {
        // What a test waits for mostly happens within milliseconds. Where it does not, the server needs its time for other things
        // than to be asked.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval((polls, last) -> Duration.ofMillis(Math.min(POLL_MILLIS_MAX, polls * POLL_MILLIS)));
    }

    private final Path folder = BuildFolder.create("conversions");
    private final Path workingFolder = BuildFolder.create("started-here");
    private final Map<String, String> settings = new TreeMap<>();
    private final int port = BuildFolder.freePort();
    private Process process;
    private int earlierLog;

    private ConversionsServer(Map<String, String> more) {
        settings.putAll(TestDatabase.CURRENT.settings());
        settings.put("conversions.data.dir", folder.resolve("data").toString());
        settings.put("conversions.base-url", "http://localhost:" + port);
        settings.put("conversions.fx.url", ""); // nobody outside is asked by tests
        settings.putAll(more);
    }

    /** The one server that most tests share: started by the first of them, stopped when the run ends. */
    public static synchronized ConversionsServer shared() {
        if (shared == null) {
            shared = started(ServerSettings.SHARED);
        }
        return shared;
    }

    /** A server of the caller's own, started and ready. */
    public static ConversionsServer started(Map<String, String> settings) {
        ConversionsServer server = prepared(settings);
        server.start();
        return server;
    }

    /** A server that is not started yet. */
    public static ConversionsServer prepared(Map<String, String> settings) {
        ConversionsServer server = new ConversionsServer(settings);
        server.findInstallation();
        Runtime.getRuntime().addShutdownHook(new Thread(server::kill9));
        return server;
    }

    /** Saves the first start from unpacking what another server has unpacked. */
    private void findInstallation() {
        Path own = folder.resolve("data");
        if (installation != null && own.equals(data())) {
            try {
                Files.createDirectory(own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Files.createSymbolicLink(own.resolve("server"), installation);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Starts the process and waits until it is ready. */
    public void start() {
        launch();
        awaitReady();
    }

    /** Waits until the process that was launched is ready. */
    public void awaitReady() {
        Api health = new Api(base(), null);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!logOfThisStart().contains("Conversions is running.") || !health.answers("/health/ready", 200)) {
            if (!isAlive()) {
                throw new IllegalStateException("The server ended with " + process.exitValue() + ":\n" + log());
            }
            if (System.nanoTime() > end) {
                kill9();
                throw new IllegalStateException("The server is not ready:\n" + log());
            }
            pause();
        }
        if (installation == null) {
            installation = data().resolve("server");
        }
    }

    /** Starts the process without waiting for it: for starts that are expected to fail, or to be slow. */
    public void launch() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException("The server runs already");
        }
        ProcessBuilder builder = new ProcessBuilder(Stream.of(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + BuildFolder.config("java-options"),
                        // It is started in another folder than the options say it is.
                        "-XX:SharedArchiveFile=" + BuildFolder.PATH.resolve("conversions.jsa")),
                moreJavaOptions(),
                List.of("-jar", BuildFolder.PATH.resolve("conversions.jar").toString(), "--port", String.valueOf(port)))
                .flatMap(List::stream).toList())
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
        earlierLog = log().length();
        settings.forEach((key, value) -> builder.environment().put(variable(key), value));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException("The server does not start", e);
        }
    }

    /** The options that this run of the tests gives servers beside those that operators get. */
    public static List<String> moreJavaOptions() {
        return Stream.of(System.getProperty("conversions.test.java-options", "").split(" ")).filter(option -> !option.isEmpty()).toList();
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the process to end by itself, and returns its exit status. */
    public int exitStatus() {
        try {
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server has not ended:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process as a power failure would. */
    public void kill9() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Makes the process stand still, until {@link #thaw}. */
    public void freeze() {
        Signal.STOP.send(process);
    }

    public void thaw() {
        Signal.CONT.send(process);
    }

    /** Asks the process to end, as an operator would, and does not wait. */
    public void sendTerm() {
        process.destroy();
    }

    /** Ends the process as an operator would. */
    public void stop() {
        sendTerm();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill9();
                throw new IllegalStateException("The server did not stop:\n" + log());
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("The server ended with " + process.exitValue() + ":\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops the server and starts it again, on the same port, data and settings. */
    public void restart() {
        stop();
        start();
    }

    /** Changes a setting for the next start. */
    public void set(String key, String value) {
        settings.put(key, value);
    }

    public URI base() {
        return URI.create("http://localhost:" + port);
    }

    public int port() {
        return port;
    }

    /** The folder that the server is started in, where it has no business. */
    public Path workingFolder() {
        return workingFolder;
    }

    /** Returns the data folder that the server was started with. */
    public Path data() {
        return Path.of(settings.get("conversions.data.dir"));
    }

    /** The name of its database on the database server. */
    public String database() {
        return settings.get("conversions.datasource.url").replaceFirst(".*/", "");
    }

    /** Opens the database, beside the server; an embedded one when the server is stopped. */
    public Connection openDatabase() throws SQLException {
        return settings.containsKey("conversions.datasource.url")
                ? DriverManager.getConnection(settings.get("conversions.datasource.url") + "?connectionTimeZone=UTC",
                        settings.get("conversions.datasource.user"), settings.get("conversions.datasource.password"))
                : DriverManager.getConnection("jdbc:h2:file:" + data().resolve("db/conversions") + ";MODE=MySQL;"
                        + "DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IFEXISTS=TRUE", "conversions", "conversions");
    }

    /** A client with a bearer key; null for none. */
    public Api api(String key) {
        return new Api(base(), key);
    }

    /** Returns all that the server has printed, over all its starts. */
    public String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the log since the last start. */
    public String logOfThisStart() {
        return log().substring(earlierLog);
    }

    /** Resident memory of the process in MiB; only Linux tells. */
    public long residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the processor time that the process has used since it was started. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        kill9();
    }

    private Path logFile() {
        return folder.resolve("server.log");
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
