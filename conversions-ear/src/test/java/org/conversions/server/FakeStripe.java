package org.conversions.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stripe's API as far as the server asks it: which invoices and checkout sessions a payment paid for, what is known of a
 * customer, whose a key is, and what {@link FakeStripeAccount} holds. It opens only to
 * the keys that it is told of, writes down what it was asked, and can be down, slow, or out of order.
 */
public final class FakeStripe implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final String CUSTOMERS = "/v1/customers/";

    private final int port = BuildFolder.freePort();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> customers = new ConcurrentHashMap<>();
    private final Map<String, Boolean> doors = new ConcurrentHashMap<>();
    private final Map<String, List<Map<String, Object>>> lists = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> settled = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch answering = new CountDownLatch(0);
    private volatile int status = OK;
    private volatile int pageSize = Integer.MAX_VALUE;
    private final FakeStripeAccount account = new FakeStripeAccount();
    private HttpServer server;

    /** A question that it was asked. @param form what was posted. @param headers by name in lower case */
    public record Request(String method, String path, Map<String, String> query, Map<String, String> form,
                          Map<String, String> headers) {

        public String header(String name) {
            return headers.get(name);
        }
    }

    public FakeStripe() {
        up();
    }

    /** The setting {@code conversions.stripe.api-base} that leads here. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** @param account that the key is used for; null when it is the account's own */
    public void opens(String key, String account) {
        doors.put(door("Bearer " + key, account), true);
    }

    /** Opens to a key of an account, and says whose it is. */
    public void opensToOwner(String key, String account) {
        opens(key, null);
        owners.put("Bearer " + key, account);
    }

    /** What changes of it. */
    public FakeStripeAccount account() {
        return account;
    }

    /** Everything it was asked at a path, in order. */
    public List<Request> at(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** Makes a customer known. @param metadata keys and values by turns */
    public void knows(String customer, Instant since, Object... metadata) {
        customers.put(customer, Api.object("id", customer, "object", "customer", "created", since.getEpochSecond(),
                "email", null, "name", "Bea", "metadata", Api.object(metadata)));
    }

    /** Makes it known that a payment has paid an invoice. */
    public void paid(String payment, String invoice, long amount) {
        String type = payment.startsWith("pi_") ? "payment_intent" : "charge";
        list("/v1/invoice_payments", payment).add(Api.object("id", "inpay_of_" + invoice, "object", "invoice_payment",
                "invoice", invoice, "amount_paid", amount, "currency", "usd", "status", "paid",
                "payment", Map.of("type", type, type, payment)));
    }

    /** Makes it known that a payment has paid a checkout session. @param invoice null when it has none */
    public void completed(String payment, String session, String invoice) {
        list("/v1/checkout/sessions", payment).add(Api.object("id", session, "object", "checkout.session",
                "payment_intent", payment, "invoice", invoice, "payment_status", "paid"));
    }

    /** Makes it known what was settled of a payment. @param amount with the fee in it */
    public void settled(String payment, long amount, long fee) {
        settled.put("/v1/payment_intents/" + payment, Api.object("id", payment, "object", "payment_intent", "latest_charge",
                Api.object("id", "ch_of_" + payment, "object", "charge", "balance_transaction", Api.object("id", "txn_of_" + payment,
                        "object", "balance_transaction", "amount", amount, "fee", fee, "net", amount - fee, "currency", "usd"))));
    }

    /** Answers everybody with an error, until it is 200. */
    public void answerWith(int wanted) {
        status = wanted;
    }

    /** Gives fewer objects a page than it is asked for. */
    public void pagesOf(int size) {
        pageSize = size;
    }

    /** Takes requests and does not answer them until it goes on. */
    public void hang() {
        answering = new CountDownLatch(1);
    }

    public void goOn() {
        answering.countDown();
    }

    /** Closes the port. */
    public void down() {
        server.stop(0);
    }

    public void up() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException("Port " + port + " cannot be had", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Everything it was asked about a payment or a customer, in order. */
    public List<Request> about(String object) {
        return requests.stream().filter(request -> request.query().containsValue(object)
                || request.path().endsWith("/" + object)).toList();
    }

    @Override
    public void close() {
        goOn();
        down();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = read(exchange);
        requests.add(request);
        try {
            answering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        String key = request.header("authorization");
        boolean open = status == OK && doors.containsKey(door(key, request.header("stripe-account")));
        FakeStripeAccount.Reply reply = open ? account.reply(request, pageSize) : null;
        if (status != OK) {
            // Stripe hides the key in its message; this one does not, so that it is seen who passes it on.
            fail(exchange, status, "Something is wrong with " + key);
        } else if (!open) {
            fail(exchange, 403, "The key does not have access to that account");
        } else if (reply != null) {
            answer(exchange, reply.status(), reply.json());
        } else if (request.path().equals("/v1/account") && owners.containsKey(key)) {
            answer(exchange, OK, Api.object("id", owners.get(key), "object", "account"));
        } else if (request.path().startsWith(CUSTOMERS)) {
            Map<String, Object> customer = customers.get(request.path().substring(CUSTOMERS.length()));
            if (customer == null) {
                answer(exchange, 404, Api.object("error", Api.object("type", "invalid_request_error", "code",
                        "resource_missing", "message", "No such customer")));
            } else {
                answer(exchange, OK, customer);
            }
        } else if (settled.containsKey(request.path())) {
            answer(exchange, OK, settled.get(request.path()));
        } else if (!request.path().equals("/v1/invoice_payments") && !request.path().equals("/v1/checkout/sessions")) {
            fail(exchange, 404, "Unrecognized request URL");
        } else {
            answer(exchange, OK, page(request));
        }
    }

    private Map<String, Object> page(Request request) {
        String invoice = request.query().get("invoice");
        if (invoice != null) {
            return Api.object("object", "list", "has_more", false, "data", lists.values().stream().flatMap(List::stream)
                    .filter(payment -> invoice.equals(payment.get("invoice")) && "paid".equals(payment.get("status"))).toList());
        }
        String payment = request.query().entrySet().stream()
                .filter(parameter -> parameter.getKey().matches("payment_intent|payment\\[(payment_intent|charge)]"))
                .map(Map.Entry::getValue).findFirst().orElseThrow();
        List<Map<String, Object>> all = list(request.path(), payment);
        String after = request.query().get("starting_after");
        int begin = 0;
        while (after != null && !all.get(begin++).get("id").equals(after)) {
            // Until the one after which the page begins.
        }
        int end = Math.min(all.size(),
                begin + Math.min(pageSize, Integer.parseInt(request.query().getOrDefault("limit", "10"))));
        return Api.object("object", "list", "url", request.path(), "has_more", end < all.size(),
                "data", new ArrayList<>(all.subList(begin, end)));
    }

    private List<Map<String, Object>> list(String path, String payment) {
        return lists.computeIfAbsent(path + " " + payment, key -> new CopyOnWriteArrayList<>());
    }

    private static void fail(HttpExchange exchange, int status, String message) throws IOException {
        String type = status >= 500 ? "api_error" : "invalid_request_error";
        answer(exchange, status, Api.object("error", Api.object("type", type, "message", message)));
    }

    private static void answer(HttpExchange exchange, int status, Object json) throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT),
                values.get(0)));
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                parameters(exchange.getRequestURI().getRawQuery()),
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)), headers);
    }

    private static Map<String, String> parameters(String raw) {
        Map<String, String> parameters = new TreeMap<>();
        for (String parameter : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            String[] pair = parameter.split("=", 2);
            parameters.put(URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String door(String authorization, String account) {
        return authorization + " for " + account;
    }
}
