package org.conversions.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.conversions.server.Api;
import org.conversions.server.BuildFolder;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The same server with the same options, and nothing in it but {@link EmptyRedirectServlet} and {@link OneRowServlet}, which
 * has a table of its own in the database that the tests run on.
 */
final class EmptyServer implements AutoCloseable {

    private static final int START_SECONDS = 60;

    private final int port = BuildFolder.freePort();
    private final Process process;

    EmptyServer() throws IOException {
        Path folder = BuildFolder.create("empty");
        File war = folder.resolve("ROOT.war").toFile();
        ShrinkWrap.create(WebArchive.class).addClasses(EmptyRedirectServlet.class, OneRowServlet.class)
                .addAsLibrary(mysqlDriver()).as(ZipExporter.class).exportTo(war, true);
        Map<String, String> database = TestDatabase.CURRENT.settings();
        process = new ProcessBuilder(Stream.of(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + BuildFolder.config("java-options"),
                        "-D" + OneRowServlet.URL + '=' + database.getOrDefault("conversions.datasource.url",
                                "jdbc:h2:" + folder.resolve("rows") + ";MODE=MySQL;WRITE_DELAY=0"),
                        "-D" + OneRowServlet.USER + '=' + database.getOrDefault("conversions.datasource.user", "sa"),
                        "-D" + OneRowServlet.PASSWORD + '=' + database.getOrDefault("conversions.datasource.password", ""),
                        "-D" + OneRowServlet.SECRET + '=' + ServerSettings.WEBHOOK_SECRET_LIVE),
                ConversionsServer.moreJavaOptions(),
                List.of("-jar", BuildFolder.PATH.resolve("micro/payara-micro.jar").toString(), "--nohazelcast",
                        "--disablephonehome", "--prebootcommandfile",
                        BuildFolder.PATH.resolve("../src/main/micro/pre-boot-commands.txt").normalize().toString(),
                        "--deploy", war.toString(), "--port", String.valueOf(port))).flatMap(List::stream).toList())
                .redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile()).start();
        Api api = new Api(base(), null);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!api.answers("/empty", 302)) {
            if (System.nanoTime() > end) {
                close();
                throw new IllegalStateException("The empty server does not start");
            }
        }
    }

    private static File mysqlDriver() {
        return Path.of(URI.create(com.mysql.cj.jdbc.Driver.class.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toFile();
    }

    URI base() {
        return URI.create("http://localhost:" + port);
    }

    /** The number of the process. */
    long pid() {
        return process.pid();
    }

    /** Returns the processor time that it has used since it was started. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
