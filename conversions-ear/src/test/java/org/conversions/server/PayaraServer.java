package org.conversions.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A full Payara Server with a new domain, told and deployed to by the operator's command file: what it checks is that
 * file as much as the EAR.
 */
public final class PayaraServer implements AutoCloseable {

    private static final String DOMAIN = "conversions";
    private static final int COMMAND_SECONDS = 600;

    /** The ports of the server, counted from the base of a domain. */
    private static final int[] PORTS = {8, 9, 37, 38, 39, 48, 76, 80, 81, 86, 90};
    private static final int HTTP = 80;
    private static final int ADMIN = 48;

    private final Path folder = BuildFolder.create("payara-server");
    private final int portBase = freePortBase();

    /** Creates and starts the domain and deploys the EAR. @param stripe the address of Stripe's API for it */
    public void start(String stripe) {
        asadmin("create-domain", "--domaindir", folder.toString(), "--portbase", "" + portBase, DOMAIN);
        asadmin("start-domain", "--domaindir", folder.toString(), DOMAIN);
        asadmin("--port", "" + (portBase + ADMIN), "multimode", "--file", operatorsCommands(stripe).toString());
    }

    public void stop() {
        asadmin("stop-domain", "--domaindir", folder.toString(), "--kill=true", DOMAIN);
    }

    public URI base() {
        return URI.create("http://localhost:" + port());
    }

    /** A client with a bearer key; null for none. */
    public Api api(String key) {
        return new Api(base(), key);
    }

    public String log() {
        return read(folder.resolve(DOMAIN).resolve("logs/server.log"));
    }

    /** The port that everybody may reach. */
    public int port() {
        return portBase + HTTP;
    }

    /** The domain's own process. */
    public ProcessHandle process() {
        return ProcessHandle.of(Long.parseLong(read(folder.resolve(DOMAIN).resolve("config/pid")).strip())).orElseThrow();
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * The file of the operators, with the two lines changed that it asks them to change, and the settings that only the
     * tests need.
     */
    private Path operatorsCommands(String stripe) {
        Path commands = folder.resolve("deploy.asadmin");
        try {
            return Files.writeString(commands, "create-system-properties 'conversions.fx.url=http\\://127.0.0.1\\:9/'\n"
                    + "create-system-properties 'conversions.stripe.api-base="
                    + stripe.replace(":", "\\:") + "'\n" + read(BuildFolder.config("payara-server/deploy.asadmin"))
                    .replace("/var/lib/conversions", folder.resolve("data").toString())
                    .replace("localhost\\:8080", "localhost\\:" + (portBase + HTTP))
                    .replace("restart-domain ", "restart-domain --domaindir " + folder + " "));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void asadmin(String... arguments) {
        Path output = folder.resolve("asadmin.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                BuildFolder.PATH.resolve("payara-server/payara6/glassfish/lib/client/appserver-cli.jar").toString(),
                "--user", "admin", "--passwordfile", password().toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(BuildFolder.PATH.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            // Also for the domain, which lives for a minute or two: half of that would go to the better compiler.
            builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
            Process process = builder.start();
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", arguments) + ":\n" + read(output));
            }
            // A file of commands ends well whatever becomes of its commands.
            if (read(output).contains(" failed.")) {
                throw new IllegalStateException(read(output));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path password() {
        try {
            return Files.writeString(folder.resolve("admin.password"), "AS_ADMIN_PASSWORD=of_the_tests\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePortBase() {
        return IntStream.iterate(21000, base -> base < 60000, base -> base + 100)
                .filter(base -> IntStream.of(PORTS).allMatch(port -> isFree(base + port)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
