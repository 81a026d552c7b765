package org.conversions.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.conversions.server.Api;
import org.conversions.server.BuildFolder;
import org.conversions.server.ConversionsServer;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The same server with the same options, and nothing in it but {@link EmptyRedirectServlet}. */
final class EmptyServer implements AutoCloseable {

    private static final int START_SECONDS = 60;

    private final int port = BuildFolder.freePort();
    private final Process process;

    EmptyServer() throws IOException {
        Path folder = BuildFolder.create("empty");
        File war = folder.resolve("ROOT.war").toFile();
        ShrinkWrap.create(WebArchive.class).addClass(EmptyRedirectServlet.class).as(ZipExporter.class)
                .exportTo(war, true);
        process = new ProcessBuilder(Stream.of(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + BuildFolder.config("java-options")),
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
