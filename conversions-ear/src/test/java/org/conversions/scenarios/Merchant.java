package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestWorkspace;

/** The workspace of a server, its Stripe accounts, and Stripe itself that delivers to it. */
final class Merchant {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> ON_ITS_WAY = Set.of("received", "queued");

    private final ConversionsServer server;
    private final TestWorkspace workspace;
    private final Api api;
    private final Api page;
    private final Api stripe;

    private Merchant(ConversionsServer server, TestWorkspace workspace) {
        this.server = server;
        this.workspace = workspace;
        api = server.api(workspace.apiKey());
        page = server.api(workspace.publishableKey());
        stripe = server.api(null);
    }

    /** The merchant of a test class, on the shared server. */
    static Merchant of(Class<?> test) {
        return new Merchant(ConversionsServer.shared(), TestWorkspace.of(test));
    }

    /** The first merchant of a server of the test's own. @param server started with {@link ServerSettings#SHARED} */
    static Merchant of(ConversionsServer server) {
        return new Merchant(server, TestWorkspace.first(server));
    }

    /** The merchant of a workspace, at one node of several. */
    static Merchant at(ConversionsServer node, TestWorkspace workspace) {
        return new Merchant(node, workspace);
    }

    /** Another merchant of such a server. */
    static Merchant another(ConversionsServer server) {
        return new Merchant(server, TestWorkspace.create(server, "Another"));
    }

    /** The Stripe account that is connected in live mode. */
    String stripeAccount() {
        return workspace.stripeAccount();
    }

    /** The event as one of the merchant's account, unless it says whose it is. */
    StripeEvent own(StripeEvent event) {
        return event.namesAccount() ? event : event.ofAccount(workspace.stripeAccount());
    }

    Api api() {
        return api;
    }

    /** Returns the events of accounts that are not connected, as the operator sees them. */
    List<JsonNode> ofNobody(String account) {
        List<JsonNode> events = new ArrayList<>();
        ok(server.api(ServerSettings.OPERATOR_TOKEN).get("/api/server/events?account=" + account)).forEach(events::add);
        return events;
    }

    /** The API without a key, as Stripe and browsers come. */
    Api anonymous() {
        return stripe;
    }

    /** Begins a story with a link of its own, whose partner gets 20 %. */
    Story story(Vocabulary words) {
        return storyPromising(words, "20");
    }

    /** @param percent of what a sale leaves without tax */
    Story storyPromising(Vocabulary words, String percent) {
        promise(new BigDecimal(percent));
        return new Story(this, words);
    }

    private void promise(BigDecimal percent) {
        JsonNode promised = read("/api/rewards").path(0);
        if (promised.isMissingNode()) {
            created(api.post("/api/rewards", Api.object("event", "sale", "type", "percentage",
                    "amountInPercentage", percent)));
        } else if (promised.path("amountInPercentage").decimalValue().compareTo(percent) != 0) {
            ok(api.patch("/api/rewards/" + promised.path("id").asText(),
                    Api.object("type", "percentage", "amountInPercentage", percent)));
        }
    }

    /** Changes the settings of what counts of Stripe's events. @param keysAndValues by turns */
    void stripeSettings(Object... keysAndValues) {
        ok(api.patch("/api/stripe/integration/settings", Api.object(keysAndValues)));
    }

    /** A page of the merchant's site. */
    Api page() {
        return page;
    }

    /** Sets these settings as a workspace begins: nothing special counts. */
    void stripeSettingsAsAtFirst() {
        stripeSettings("trackFreeTrials", false, "trackQuantity", false, "paymentLinkLeadRewards", false,
                "paymentLinkLeadWebhooks", false, "customerLeadRewards", false, "matchByEmail", false);
    }

    /** Changes settings of the workspace. @param keysAndValues by turns */
    void workspace(Object... keysAndValues) {
        ok(api.patch("/api/workspace", Api.object(keysAndValues)));
    }

    /** Sets the workspace as it begins. */
    void workspaceAsAtFirst() {
        workspace("currency", "usd", "vocabulary", "dub", "attributionModel", "last-click",
                "attributionWindowDays", 90);
    }

    /**
     * Connects an account in a mode, by the operator's word, or makes an endpoint.
     *
     * @param account null for an endpoint of the workspace
     * @return the connection, as the API answers
     */
    JsonNode connect(String mode, String account, String... signingSecrets) {
        return account == null ? created(api.post("/api/stripe/connections",
                Api.object("mode", mode, "signingSecrets", List.of(signingSecrets))))
                : workspace.connect(server, mode, account, signingSecrets);
    }

    void disconnect(JsonNode connection) {
        ok(api.delete("/api/stripe/connections/" + connection.path("id").asText()));
    }

    /** Delivers without looking at the answer. */
    Api.Answer send(StripeEvent event, Endpoint endpoint) {
        return stripe.postStripeEvent(endpoint.path(), own(event).body(), endpoint.secret());
    }

    /** Delivers at the live endpoint, which has to accept it. */
    void deliver(StripeEvent... events) {
        for (StripeEvent event : events) {
            ok(send(event, Endpoint.LIVE));
        }
    }

    /** Delivers at the live endpoint all at once, as Stripe does what belongs together. */
    void deliverTogether(StripeEvent... events) {
        together(Arrays.stream(events).<Callable<Void>>map(event -> () -> {
            deliver(event);
            return null;
        }).toList());
    }

    /** Delivers at the live endpoint and waits for what becomes of it. */
    Settled tell(StripeEvent event) {
        deliver(event);
        return settled(event);
    }

    /** Waits until the event is neither new nor in a queue. */
    Settled settled(StripeEvent event) {
        return settled(event.type(), () -> stored(event));
    }

    Settled settled(String what, Callable<Settled> stored) {
        return until(what, stored, state -> !ON_ITS_WAY.contains(state));
    }

    /** Waits until an event that could not be placed at first has been placed. */
    Settled processed(StripeEvent event) {
        return processed(event.type(), () -> stored(event));
    }

    Settled processed(String what, Callable<Settled> stored) {
        return until(what, stored, "processed"::equals);
    }

    private static Settled until(String what, Callable<Settled> stored, Predicate<String> wanted) {
        return await(what).atMost(PATIENCE).until(stored, found -> wanted.test(found.state()));
    }

    /** The event as it is now. Until it is known whose it is, the API does not show it. */
    Settled stored(StripeEvent event) {
        return new Settled(api.get("/api/stripe/events/" + event.id()).json());
    }

    JsonNode read(String path) {
        return ok(api.get(path));
    }

    /** Returns the address that a browser is sent to that opens a path. */
    URI open(String path) {
        Api.Answer answer = stripe.get(path, "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101"
                + " Firefox/128.0");
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.header("Location"));
    }

    static JsonNode ok(Api.Answer answer) {
        return answer.expect(200);
    }

    static JsonNode created(Api.Answer answer) {
        return answer.expect(201);
    }

    /** Runs all at once. @return what they return, in order; the first failure fails */
    static <T> List<T> together(List<Callable<T>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> call : threads.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
