package org.conversions.browser;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;

/**
 * The sites of a merchant, all below a domain that no other test uses: their pages, and at {@code api.…} a server that
 * answers the script as ours does and writes down what it was told.
 */
final class Shop implements AutoCloseable {

    /** The stub that pages define before the script. */
    static final String STUB = "<script>window.NAME = window.NAME || function () {"
            + " (NAME.q = NAME.q || []).push(arguments); };</script>";
    static final String DUB_STUB = STUB.replace("NAME", "dubAnalytics");
    static final String CODEQR_STUB = STUB.replace("NAME", "codeqrAnalytics");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String domain = Merchant.unique("shop") + ".test";
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, Path> folders = new ConcurrentHashMap<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile CountDownLatch answering = new CountDownLatch(0);

    private record Reply(int status, String body) {
    }

    /** A report of the script. */
    record Call(String path, JsonNode body, Map<String, List<String>> headers) {

        String header(String name) {
            return headers.containsKey(name) ? headers.get(name).get(0) : null;
        }
    }

    Shop() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String domain() {
        return domain;
    }

    /** @param host without the domain, such as {@code www}; empty for the domain itself */
    String address(String host, String path) {
        return "http://" + (host.isEmpty() ? "" : host + ".") + domain + ":" + server.getAddress().getPort() + path;
    }

    /** An address of the server that writes down. */
    String api() {
        return address("api", "");
    }

    /** Puts a page on all sites of the shop. @return its address on the one that begins with www. */
    String put(String path, String html) {
        pages.put(path, html);
        return address("www", path);
    }

    /** Serves a folder's files below a path. */
    void files(String path, Path folder) {
        folders.put(path, folder);
    }

    /** A page that loads the script. @param body what stands before the script */
    String page(String body, String variant, String... attributes) {
        return put("/", body + script(variant, attributes));
    }

    /**
     * The element that loads the script from the server under test.
     *
     * @param variant    such as {@code .site-visit}
     * @param attributes names without {@code data-} and values by turns, beside the address of the server that writes
     *                   down
     */
    String script(String variant, String... attributes) {
        StringBuilder element = new StringBuilder("<script defer onerror='window.scriptLost = true' src='" + source(variant) + "'");
        if (!List.of(attributes).contains("api-host")) {
            element.append(" data-api-host='").append(api()).append("'");
        }
        for (int i = 0; i < attributes.length; i += 2) {
            element.append(" data-").append(attributes[i]).append("='").append(attributes[i + 1]).append("'");
        }
        return element.append("></script>").toString();
    }

    static String source(String variant) {
        return ConversionsServer.shared().base() + "/analytics/script" + variant + ".js";
    }

    /** Answers a call so from now on. */
    void answers(String path, int status, Object... keysAndValues) {
        answersText(path, status, Api.json(Api.object(keysAndValues)));
    }

    void answersText(String path, int status, String body) {
        replies.put(path, new Reply(status, body));
    }

    /** Takes calls and does not answer them until it goes on. */
    void hangs() {
        answering = new CountDownLatch(1);
    }

    void goesOn() {
        answering.countDown();
    }

    /** Returns the reports that came there so far. */
    List<Call> told(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    List<Call> told() {
        return List.copyOf(calls);
    }

    /** Waits for the only call there. */
    Call onlyCall(String path) {
        await(path).atMost(20, SECONDS).until(() -> !told(path).isEmpty());
        List<Call> told = told(path);
        if (told.size() != 1) {
            throw new AssertionError("One call was expected: " + told);
        }
        return told.get(0);
    }

    @Override
    public void close() {
        goesOn();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestHeaders().getFirst("Host").startsWith("api.")) {
            hear(exchange, path);
        } else if (pages.containsKey(path)) {
            send(exchange, 200, "text/html;charset=utf-8", ("<!doctype html><link rel='icon' href='data:,'>"
                    + pages.get(path)).getBytes(StandardCharsets.UTF_8));
        } else {
            sendFile(exchange, path);
        }
    }

    private void sendFile(HttpExchange exchange, String path) throws IOException {
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            Path file = folder.getValue().resolve(path.substring(Math.min(path.length(), folder.getKey().length())));
            if (path.startsWith(folder.getKey()) && Files.isRegularFile(file)) {
                send(exchange, 200, "text/javascript", Files.readAllBytes(file));
                return;
            }
        }
        send(exchange, 404, "text/plain", new byte[0]);
    }

    /** Lets foreign pages in as the server under test does: OPTIONS is answered, and everything carries the header. */
    private void hear(HttpExchange exchange, String path) throws IOException {
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "POST, OPTIONS");
            exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "Content-Type, Authorization");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        calls.add(new Call(path, body, Map.copyOf(exchange.getRequestHeaders())));
        try {
            answering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Reply reply = replies.getOrDefault(path,
                new Reply(404, "{\"error\":{\"code\":\"not_found\",\"message\":\"There is no such link.\",\"doc_url\":\"\"}}"));
        send(exchange, reply.status(), "application/json", reply.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
