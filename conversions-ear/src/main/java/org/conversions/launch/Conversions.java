package org.conversions.launch;

import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/**
 * The main class of the executable jar. It makes sure that the start can succeed, boots Payara Micro, makes sure that it
 * did succeed, and otherwise ends with one sentence and a status of 1: Payara Micro itself would go on without its
 * application. Every option of Payara Micro works as usual.
 */
public final class Conversions {

    private static final int READY_WAIT_SECONDS = 20;

    /** Held for as long as the process lives. */
    private static FileLock dataLock;

    private Conversions() {}

    public static void main(String[] arguments) throws Exception {
        try {
            start(arguments);
        } catch (CannotStart e) {
            System.err.println("Conversions cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void start(String[] arguments) throws Exception {
        List<String> options = new ArrayList<>(List.of("--nohazelcast", "--disablephonehome"));
        options.addAll(withoutSettingsFiles(arguments));
        if (System.getProperty("java.util.logging.config.file") == null) {
            quietLogging();
        }

        int port = port(options);
        Path data = lockData();
        keepServerFilesIn(data.resolve("server"));
        describeBroker(data);
        if (setting("conversions.base-url") == null) {
            System.setProperty("conversions.base-url", "http://localhost:" + port);
        }

        // Until the application is there, the server alone answers, and must not call itself ready.
        System.setProperty("mp.health.default.readiness.empty.response", "DOWN");

        boot(options);
        welcome(port, readiness(port));
    }

    /** Reads the files named by --systemproperties here, because the settings in them are needed before the boot. */
    private static List<String> withoutSettingsFiles(String[] arguments) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equalsIgnoreCase("--systemproperties") && i + 1 < arguments.length) {
                String file = arguments[++i];
                Properties settings = new Properties();
                try (FileReader reader = new FileReader(file)) {
                    settings.load(reader);
                } catch (IOException e) {
                    throw new CannotStart("the settings file " + file + " cannot be read (" + e.getMessage() + ").");
                }
                settings.stringPropertyNames().stream()
                        .filter(key -> System.getProperty(key) == null)
                        .forEach(key -> System.setProperty(key, settings.getProperty(key)));
            } else {
                rest.add(arguments[i]);
            }
        }
        return rest;
    }

    private static void quietLogging() throws IOException {
        try (InputStream logging = Conversions.class.getResourceAsStream("/MICRO-INF/domain/logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        // The adapter's own logging library, which does not listen to the file above.
        System.setProperty("log4j2.configurationFile", Conversions.class.getResource("/log4j2.properties").toString());
    }

    /** The port that is asked for, which must be free: Payara Micro would start without one. */
    private static int port(List<String> options) {
        int named = options.indexOf("--port");
        String text = named >= 0 && named + 1 < options.size() ? options.get(named + 1) : setting("conversions.port");
        int port;
        try {
            port = text == null ? 8080 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CannotStart("the port " + text + " is not a number.");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(port));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart("port " + port + " is taken or not allowed (" + e.getMessage()
                    + "). Choose another with --port.");
        }
        if (named < 0) {
            options.addAll(List.of("--port", String.valueOf(port)));
        }
        return port;
    }

    private static Path lockData() {
        String folder = setting("conversions.data.dir");
        Path data = Path.of(folder == null ? "data" : folder).toAbsolutePath().normalize();
        System.setProperty("conversions.data.dir", data.toString());
        try {
            Files.createDirectories(data);
            dataLock = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
        } catch (IOException e) {
            throw new CannotStart("the data folder " + data + " cannot be written (" + e + ").");
        }
        if (dataLock == null) {
            throw new CannotStart("the data in " + data + " are in use by another server.");
        }
        return data;
    }

    /**
     * Payara Micro unpacks itself into the temporary folder, where systems clean up after some days and where a killed
     * server leaves its files. Below the locked data folder they are safe, and gone at the next start.
     */
    private static void keepServerFilesIn(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> leftOver = Files.walk(folder)) {
                for (Path path : leftOver.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
        System.setProperty("java.io.tmpdir", folder.toString());
    }

    /** Says to the resource adapter, in the one boot command that creates it, whether to run a broker or to call one. */
    private static void describeBroker(Path data) {
        String url = setting("conversions.jms.url");
        StringBuilder adapter = new StringBuilder();
        if (url == null) {
            property(adapter, "ServerUrl", "vm://conversions?create=false");
            property(adapter, "BrokerXmlConfig", "broker:()/conversions?persistent=true&useJmx=false"
                    + "&useShutdownHook=false&dataDirectory=" + data.resolve("broker").toUri());
        } else {
            property(adapter, "ServerUrl", url);
            property(adapter, "UserName", setting("conversions.jms.user"));
            property(adapter, "Password", setting("conversions.jms.password"));
        }
        System.setProperty("conversions.jms.adapter-properties", adapter.toString());
    }

    private static void property(StringBuilder list, String name, String value) {
        if (value != null) {
            list.append(list.isEmpty() ? "" : ":").append(name).append('=')
                    .append(value.replaceAll("([\\\\:=])", "\\\\$1"));
        }
    }

    private static void boot(List<String> options) {
        try {
            PayaraMicroLauncher.create(options.toArray(String[]::new));
        } catch (Exception e) {
            throw new CannotStart(FirstFailure.or(e.toString()));
        }
    }

    /**
     * Waits a while for the application's own checks to be up. Payara Micro lists an application that failed to start
     * among its deployed ones, but the checks of such an application are gone.
     *
     * @return null when all are up, else the server's answer: what is missing, the broker perhaps, may come later
     */
    private static String readiness(int port) throws IOException, InterruptedException {
        String answer = null;
        for (int second = 0; second < READY_WAIT_SECONDS; second++) {
            HttpURLConnection health =
                    (HttpURLConnection) new URL("http://localhost:" + port + "/health/ready").openConnection();
            health.setReadTimeout(READY_WAIT_SECONDS * 1000);
            boolean up = health.getResponseCode() == 200;
            try (InputStream body = up ? health.getInputStream() : health.getErrorStream()) {
                answer = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (!answer.contains("\"name\"")) {
                throw new CannotStart(FirstFailure.or("the application could not be deployed."));
            }
            if (up) {
                return null;
            }
            Thread.sleep(1000);
        }
        return answer;
    }

    private static void welcome(int port, String unready) {
        String base = "http://localhost:" + port;
        System.out.println();
        System.out.println("Conversions is running.");
        System.out.println("  Set-up and dashboard  " + base + "/app/");
        System.out.println("  API                   " + base + "/api");
        System.out.println("  Health                " + base + "/health/ready");
        System.out.println("  Data                  " + System.getProperty("conversions.data.dir"));
        if (unready != null) {
            System.out.println("  NOT READY YET         " + unready);
        }
        System.out.println();
    }

    /** As MicroProfile Config finds it, for the few settings that are needed before there is one. */
    private static String setting(String key) {
        String value = System.getProperty(key);
        if (value == null) {
            value = System.getenv(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
        }
        return value == null || value.isBlank() ? null : value;
    }

    /** Ends the start with a sentence that an operator can act on. */
    private static final class CannotStart extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotStart(String message) {
            super(message);
        }
    }
}
