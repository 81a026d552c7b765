package org.conversions.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The port that the world comes in by, and the one for TLS if the options name it. Both are closed while the server
 * boots, so that nothing listens before the application answers.
 */
final class Listener {

    private static final String NETWORK_LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.";
    private static final Set<String> TLS = Set.of("--sslport", "--autobindssl");
    private static final int DEFAULT_PORT = 8080;

    /** The time that the application's checks may be down before the log says that something is missing. */
    private static final int READY_WAIT_SECONDS = 20;

    private static final int LOOK_AGAIN_MILLIS = 200;

    private final int port;

    /** The name that Payara Micro gives to the listeners that are asked for. */
    private final List<String> names;

    private Listener(int port, List<String> names) {
        this.port = port;
        this.names = names;
    }

    /** Returns a port that nobody listens at. */
    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    /** Finds the port in the options or the settings, says it in the options, and makes sure that it is free. */
    static Listener named(List<String> options) {
        int option = options.indexOf("--port");
        String text = option >= 0 && option + 1 < options.size() ? options.get(option + 1)
                : Settings.of("conversions.port");
        int port;
        try {
            port = text == null ? DEFAULT_PORT : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CannotStart("the port " + text + " is not a number.");
        }
        if (option < 0) {
            options.addAll(List.of("--port", String.valueOf(port)));
        }
        Listener listener = new Listener(port, options.stream().anyMatch(TLS::contains)
                ? List.of("http-listener", "https-listener") : List.of("http-listener"));
        listener.mustBeFree();
        return listener;
    }

    String base() {
        return "http://localhost:" + port;
    }

    /** Opens the port, which another process may have taken since the start began. */
    void open(Server server) {
        mustBeFree();
        FirstFailure.forget();
        names.forEach(name -> server.set(NETWORK_LISTENER + name + ".enabled", true));
    }

    /** Closes the port and every connection. */
    void close(Server server) {
        names.forEach(name -> server.set(NETWORK_LISTENER + name + ".enabled", false));
    }

    /**
     * Waits until the open port answers, and then a while for the application's own checks to be up.
     *
     * @return null when all are up, else the answer: what is missing, the broker perhaps, may come later
     */
    String readiness() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WAIT_SECONDS);
        String answer = null;
        do {
            String failure = FirstFailure.or(null);
            try {
                HttpURLConnection health = (HttpURLConnection) new URL(base() + "/health/ready").openConnection();
                health.setReadTimeout(READY_WAIT_SECONDS * 1000);
                boolean up = health.getResponseCode() == HttpURLConnection.HTTP_OK;
                answer = text(up ? health.getInputStream() : health.getErrorStream());
                if (up) {
                    return null;
                }
            } catch (ConnectException e) {
                // The server opens the port on a thread of its own, and says in the log when it cannot.
                if (failure != null) {
                    throw new CannotStart("port " + port + " cannot be opened: " + failure);
                }
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } while (System.nanoTime() < end);
        if (answer == null) {
            throw new CannotStart("port " + port + " does not answer.");
        }
        return answer;
    }

    /** Asked for before the server is: it would start without a port. */
    private void mustBeFree() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(port));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart("port " + port + " is taken or not allowed (" + e.getMessage()
                    + "). Choose another with --port.");
        }
    }

    private static String text(InputStream body) throws IOException {
        try (body) {
            return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
