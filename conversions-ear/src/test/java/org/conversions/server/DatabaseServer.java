package org.conversions.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real database server that speaks MySQL's protocol, from the binaries that the build unpacks. One is shared by all
 * tests of a run; each server under test gets an empty database of its own.
 */
public abstract class DatabaseServer {

    private static final Set<String> PROGRAM_FOLDERS = Set.of("bin", "scripts");
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 30;

    private final String name;
    private final Path home;
    private final Path data;
    private final int port = BuildFolder.freePort();
    private final AtomicInteger databases = new AtomicInteger();
    private Process process;

    /** @param name what people call it; in small letters, its folder begins like that */
    DatabaseServer(String name, Path home) {
        this.name = name;
        this.home = home;
        data = BuildFolder.create(name.toLowerCase(Locale.ROOT));
    }

    /** The program that fills an empty data folder, with its options. */
    abstract List<String> installation();

    /** The server's program, with the options beside {@link #options} and the address. */
    abstract List<String> program();

    /** The end of the name of the user that servers under test log in as; empty for nothing. */
    abstract String demandsOfUser();

    /** Makes the data folder, and starts the server on it. */
    final void install() {
        try (Stream<Path> programs = programs()) {
            // The archive that the binaries come in knows no rights.
            programs.forEach(program -> program.toFile().setExecutable(true));
            Path log = data.resolveSibling(data.getFileName() + "-install.log");
            Process install = start(installation(), log);
            if (!install.waitFor(START_SECONDS, TimeUnit.SECONDS) || install.exitValue() != 0) {
                install.destroyForcibly();
                throw new IllegalStateException(name + " cannot be installed:\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new IllegalStateException(name + " is not in " + home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        start();
    }

    /** Starts the server on the data that it has, and waits until it answers. */
    public final void start() {
        List<String> command = Stream.of(program(), options(), List.of("--bind-address=127.0.0.1", "--port=" + port))
                .flatMap(List::stream)
                .toList();
        try {
            process = start(command, log());
        } catch (IOException e) {
            throw new IllegalStateException(name + " does not start", e);
        }
        waitUntilItAnswers();
    }

    /** Ends the server as an operator would. */
    public final void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The number of the process. */
    public final long pid() {
        return process.pid();
    }

    /** Returns the processor time that the process has used since it was started. */
    public final Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Makes the server stand still, until {@link #thaw}. */
    public final void freeze() {
        Signal.STOP.send(process);
    }

    public final void thaw() {
        Signal.CONT.send(process);
    }

    /** Creates an empty database and returns the settings that send a server there. */
    public final Map<String, String> createDatabase() {
        String database = "conversions" + databases.incrementAndGet();
        execute("create database " + database + " character set utf8mb4 collate utf8mb4_bin");
        return Map.of(
                "conversions.datasource.url", "jdbc:mysql://127.0.0.1:" + port + "/" + database,
                "conversions.datasource.user", "conversions",
                "conversions.datasource.password", "secret");
    }

    /** Opens a connection that may see everything. */
    public final Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/", "root", "");
    }

    final Path home() {
        return home;
    }

    /** Returns the folder that the server keeps everything of its own in. */
    public final Path data() {
        return data;
    }

    /** Returns the options of each of its programs. */
    final List<String> options() {
        return List.of("--basedir=" + home, "--datadir=" + data, "--user=" + System.getProperty("user.name"));
    }

    private Stream<Path> programs() throws IOException {
        return Files.find(home, 2, (file, attributes) -> attributes.isRegularFile()
                && PROGRAM_FOLDERS.contains(file.getParent().getFileName().toString()));
    }

    private static Process start(List<String> command, Path log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Path log() {
        return data.resolve("server.log");
    }

    private void waitUntilItAnswers() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                execute("create user if not exists conversions identified by 'secret' " + demandsOfUser());
                execute("grant all on `conversions%`.* to conversions");
                return;
            } catch (IllegalStateException e) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IllegalStateException(name + " does not answer, see " + log(), e);
                }
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
