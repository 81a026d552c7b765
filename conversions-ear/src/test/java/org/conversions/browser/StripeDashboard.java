package org.conversions.browser;

import static org.conversions.server.Api.json;
import static org.conversions.server.Api.object;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.conversions.node.Node;
import org.conversions.node.NpmFolder;
import org.conversions.server.BuildFolder;
import org.conversions.server.StripeSigner;

/**
 * A stand-in of ours for Stripe's dashboard, in which the Stripe App's own views run (see src/test/node/stripe-frame): an
 * account, a person in it, and an app that is installed there. Nothing of it is Stripe's.
 */
final class StripeDashboard implements AutoCloseable {

    private static final Duration BUNDLING_MAX = Duration.ofMinutes(1);
    private static Path bundles;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String appSecret;
    private final String page;

    /**
     * @param account   acct_…
     * @param role      of the person who looks at it, such as admin
     * @param mode      live or test
     * @param constants of the manifest
     * @param appSecret absec_…, by which Stripe signs who looks at which account
     */
    StripeDashboard(String account, String role, String mode, Map<String, Object> constants, String appSecret) {
        this.appSecret = appSecret;
        bundle();
        page = "<!doctype html><meta charset='utf-8'><title>Stripe's dashboard, a stand-in</title><link rel='icon' href='data:,'>"
                + "<div id='view'></div><script>window.DASHBOARD = " + json(object("account", account,
                "user", "usr_" + account.replaceAll("[^0-9A-Za-z]", ""), "role", role, "mode", mode, "constants",
                constants)) + "</script><script defer src='/dashboard.js'></script>";
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** @param query what stands behind the address of a view, such as {@code view=Settings} */
    String address(String query) {
        // Browsers trust localhost as they trust https.
        return "http://localhost:" + server.getAddress().getPort() + "/?" + query;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static synchronized void bundle() {
        if (bundles == null) {
            Path folder = BuildFolder.create("stripe-frame");
            Node.run(BUNDLING_MAX, "stripe-frame/build.mjs", NpmFolder.STRIPE_APP.path().toString(), folder.toString());
            bundles = folder;
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> send(exchange, "text/html", page.getBytes(StandardCharsets.UTF_8));
            case "/signature" -> send(exchange, "text/plain",
                    signature(exchange.getRequestURI().getRawQuery()).getBytes(StandardCharsets.UTF_8));
            default -> send(exchange, "text/javascript",
                    Files.readAllBytes(bundles.resolve(exchange.getRequestURI().getPath().substring(1))));
        }
    }

    /** Over who it is and which account, in this order, as Stripe documents it. */
    private String signature(String query) {
        Map<String, String> fields = Arrays.stream(query.split("&")).map(field -> field.split("=")).collect(Collectors.toMap(
                field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        return StripeSigner.sign("{\"user_id\":\"" + fields.get("user_id") + "\",\"account_id\":\"" + fields.get("account_id")
                + "\"}", appSecret);
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
