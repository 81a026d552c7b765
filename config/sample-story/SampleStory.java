import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells a running server a small story without Stripe: a partner's link is clicked, the buyer subscribes by a payment
 * link, the subscription is renewed, a fifth of the renewal is refunded before anyone knows which invoice the payment
 * was for, and the subscription ends. The events are the JSON files beside this one, signed as Stripe signs. All of it
 * happens in test mode: the figures of the live world stay as they are.
 *
 * <p>Needs a JDK only:  java config/sample-story/SampleStory.java API_KEY [http://localhost:8080]
 */
public class SampleStory {

    private static final int SETTLED_WITHIN_SECONDS = 60;
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String apiKey;
    private final String server;
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final String signingSecret = "whsec_sample_" + run;

    private SampleStory(String apiKey, String server) {
        this.apiKey = apiKey;
        this.server = server.replaceAll("/+$", "");
    }

    public static void main(String[] arguments) throws Exception {
        String key = arguments.length > 0 ? arguments[0] : System.getenv("CONVERSIONS_API_KEY");
        if (key == null || key.isBlank()) {
            System.err.println("Usage: java config/sample-story/SampleStory.java API_KEY [http://localhost:8080]");
            System.exit(2);
        }
        new SampleStory(key, arguments.length > 1 ? arguments[1] : "http://localhost:8080").tell();
    }

    private void tell() throws Exception {
        System.out.println("Before: " + figures());

        String rewards = api("GET", "/api/rewards", null);
        if (!rewards.contains("\"event\":\"sale\"")) {
            api("POST", "/api/rewards", "{\"event\":\"sale\",\"type\":\"percentage\",\"amountInPercentage\":20}");
            System.out.println("Made a sale reward of 20 percent");
        }
        String partner = value(api("POST", "/api/partners",
                "{\"email\":\"pat@example.com\",\"name\":\"Pat Partner\"}"), "id");
        String link = api("POST", "/api/partners/links", "{\"partnerId\":\"" + partner + "\","
                + "\"url\":\"https://buy.stripe.com/test_sample?dub_client_reference_id=1\"}");
        String connection = api("POST", "/api/stripe/connections",
                "{\"mode\":\"test\",\"signingSecrets\":[\"" + signingSecret + "\"]}");
        String endpoint = server + URI.create(value(connection, "endpointUrl")).getPath();

        String reference = click(value(link, "key"));
        System.out.println("Clicked " + value(link, "shortLink") + ", Stripe is told client_reference_id=" + reference);
        try {
            for (Path file : sampleEvents()) {
                send(endpoint, file, reference);
            }
            explain();
        } finally {
            api("DELETE", "/api/stripe/connections/" + value(connection, "id"), null);
        }
        System.out.println("After:  " + figures());
    }

    /** The visitor's way: the short link answers with the payment link, which carries the click id. */
    private String click(String key) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(server + "/" + key))
                .header("User-Agent", BROWSER).build(), HttpResponse.BodyHandlers.ofString());
        String location = answer.headers().firstValue("Location").orElseThrow();
        Matcher reference = Pattern.compile("client_reference_id=([A-Za-z0-9_-]+)").matcher(location);
        if (!reference.find()) {
            throw new IllegalStateException("The link leads to " + location + ", without a click id");
        }
        return reference.group(1);
    }

    private static List<Path> sampleEvents() throws IOException {
        Path folder = Stream.of(Path.of("config", "sample-story"), Path.of("sample-story"), Path.of("."))
                .filter(path -> Files.exists(path.resolve("SampleStory.java"))).findFirst()
                .orElseThrow(() -> new IllegalStateException("Run this from the project's folder"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private void send(String endpoint, Path file, String reference)
            throws IOException, InterruptedException, GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String body = Files.readString(file).replace("{run}", run).replace("{now}", Long.toString(now))
                .replace("{reference}", reference);
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", "t=" + now + ",v1=" + sign(now + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        System.out.println("Sent " + value(body, "type") + ": " + answer.statusCode());
    }

    private String sign(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Says of each event what became of it, once all of them are settled. */
    private void explain() throws IOException, InterruptedException {
        String events = "";
        for (int second = 0; second < SETTLED_WITHIN_SECONDS; second++) {
            events = "";
            for (int i = 1; i <= sampleEvents().size(); i++) {
                String event = api("GET", "/api/stripe/events/evt_sample_" + run + "_" + i, null);
                events += String.format(Locale.ROOT, "  %-31s %-10s %s%n", value(event, "type"),
                        value(event, "state"), value(event, "explanation"));
            }
            if (!events.contains(" received ") && !events.contains(" queued ") && !events.contains(" waiting ")) {
                break;
            }
            Thread.sleep(1000);
        }
        System.out.print("What became of them:\n" + events);
    }

    private String figures() throws IOException, InterruptedException {
        String figures = api("GET", "/api/analytics?event=composite&interval=all&mode=test", null);
        String commissions = api("GET", "/api/commissions?mode=test", null);
        long earnings = Pattern.compile("\"earnings\":(-?\\d+)").matcher(commissions).results()
                .mapToLong(match -> Long.parseLong(match.group(1))).sum();
        return figures.replaceAll("[{}\"]", "").replace(",", ", ") + ", commissions:" + earnings;
    }

    private String api(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + apiKey).header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** The first string of that name in a JSON text; empty for null. */
    private static String value(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*(?:null|\"([^\"]*)\")").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return matcher.group(1) == null ? "" : matcher.group(1);
    }
}
