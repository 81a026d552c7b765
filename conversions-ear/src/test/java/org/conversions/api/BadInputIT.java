package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.conversions.people.Person;
import org.conversions.portal.PartnersPerson;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every wrong request gets a clear error in JSON, at every address. The addresses are those that the server itself
 * lists, so a new one is tested from its first day.
 */
class BadInputIT {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String PARAMETER = "\\{[^}]+}";
    private static final String IGNORED = "Conversions-Ignored-Fields";
    private static final int BODY_MAX = 1024 * 1024;
    private static final int WEBHOOK_BODY_MAX = 2 * BODY_MAX;

    /** What only the pages of the server call. */
    private static final Set<String> NOT_AT_THE_ROOT = Set.of("audit", "oauth", "notes", "views", "shares", "sample", "stream");

    private static final String OWN_PARTNER = "/portal/{partnerId}";

    private final TestWorkspace workspace = TestWorkspace.of(BadInputIT.class);
    private final Api api = ConversionsServer.shared().api(workspace.apiKey());
    private static Person person;
    private static PartnersPerson partner;
    private static String share;
    private final Api operator = ConversionsServer.shared().api(ServerSettings.OPERATOR_TOKEN);

    /**
     * @param path         with unknown ids in the place of its parameters
     * @param methodsThere what this address answers to, as this route or as another that it also matches
     * @param fields       of its JSON, as far as the description names them
     * @param keys         the kinds of key that it takes; none where it is open to everybody
     * @param statuses     that it is said to answer
     */
    record Route(String method, String path, Set<String> methodsThere, boolean takesJson, List<String> fields,
                 Set<String> keys, Set<String> statuses) {

        boolean open() {
            return keys.isEmpty();
        }

        boolean takesPublishableKeys() {
            return keys.contains("publishableKey");
        }

        boolean isOperators() {
            return keys.contains("operatorToken");
        }

        boolean isForPeople() {
            return keys.contains("session") && !keys.contains("secretKey") && !isOperators();
        }

        boolean isForShares() {
            return keys.contains("shareToken");
        }

        boolean writes() {
            return !method.equals("GET");
        }

        boolean webhook() {
            return path.contains("webhook");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> routes() {
        JsonNode api = expect(200, ConversionsServer.shared().api(null).get("/openapi"));
        String base = api.path("servers").path(0).path("url").asText();
        List<Route> routes = new ArrayList<>();
        api.path("paths").properties().forEach(path -> {
            // A partner's people see that there is no such thing at a partner that is theirs.
            String address = base + path.getKey().replace(OWN_PARTNER, "/portal/" + partner().partnerId()).replaceAll(PARAMETER, "unknown_1");
            Set<String> methods = new TreeSet<>();
            api.path("paths").properties().forEach(other -> {
                if (address.matches(base + other.getKey().replaceAll(PARAMETER, "[^/]+"))) {
                    methods.addAll(methods(other.getValue()));
                }
            });
            for (String method : methods(path.getValue())) {
                JsonNode operation = path.getValue().path(method.toLowerCase());
                JsonNode body = operation.path("requestBody").path("content").path("application/json");
                Set<String> keys = new TreeSet<>();
                operation.path("security").forEach(key -> key.fieldNames().forEachRemaining(keys::add));
                // A requirement of nothing: with a session there is more to see.
                if (StreamSupport.stream(operation.path("security").spliterator(), false).anyMatch(JsonNode::isEmpty)) {
                    keys.clear();
                }
                Set<String> statuses = new TreeSet<>();
                operation.path("responses").fieldNames().forEachRemaining(statuses::add);
                routes.add(new Route(method, address, methods, !body.isMissingNode(), fields(api, body), keys, statuses));
            }
        });
        return routes;
    }

    private static List<String> methods(JsonNode path) {
        return METHODS.stream().filter(method -> path.has(method.toLowerCase())).toList();
    }

    private static List<String> fields(JsonNode api, JsonNode body) {
        List<String> fields = new ArrayList<>();
        String reference = body.path("schema").path("$ref").asText();
        JsonNode schema = api.at(reference.startsWith("#") ? reference.substring(1) : "/none");
        schema.path("properties").properties().forEach(field -> {
            // What takes any JSON takes the wrong kind as well.
            if (!field.getValue().path("type").isMissingNode()) {
                fields.add(field.getKey());
            }
        });
        return fields;
    }

    static Stream<Route> guarded() {
        return routes().stream().filter(route -> !route.open());
    }

    static Stream<Route> forKeys() {
        return guarded().filter(route -> !route.isForPeople() && !route.isForShares());
    }

    static Stream<Route> forPeople() {
        return guarded().filter(Route::isForPeople);
    }

    static Stream<Route> forShares() {
        return guarded().filter(Route::isForShares);
    }

    static Stream<Route> writing() {
        return routes().stream().filter(Route::takesJson);
    }

    static Stream<Route> ofOneThing() {
        return guarded().filter(route -> route.path().contains("unknown_1"));
    }

    @Test
    void theServerListsItsRoutes() {
        assertThat(routes()).hasSizeGreaterThan(30);
        assertThat(writing()).extracting(Route::toString)
                .contains("POST /api/links", "POST /api/track/lead", "POST /api/setup", "PATCH /api/workspace");
    }

    @ParameterizedTest
    @MethodSource("forPeople")
    void aKeyIsNoPerson(Route route) {
        Answer answer = api.send(route.method(), route.path(), BodyPublishers.noBody());
        Errors.isError(answer, 401);
        assertThat(answer.header("Conversions-Reason")).isEqualTo("sign_in_first");
    }

    @ParameterizedTest
    @MethodSource("forShares")
    void noKeyOpensAShare(Route route) {
        for (Api caller : List.of(api, operator, ConversionsServer.shared().api(null), ConversionsServer.shared().api("x".repeat(4_000)))) {
            Errors.isError(caller.send(route.method(), route.path(), BodyPublishers.noBody()), 404);
        }
    }

    @ParameterizedTest
    @MethodSource("forKeys")
    void withoutAKeyNobodyComesIn(Route route) {
        Api nobody = ConversionsServer.shared().api(null);
        Answer missing = nobody.send(route.method(), route.path(), BodyPublishers.noBody());
        Errors.isError(missing, 401);
        assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer");
        Errors.isError(nobody.send(route.method(), route.path(), BodyPublishers.noBody(),
                "Authorization", "Bearer dub_thereisnosuchkey0000000000000000"), 401);
        Errors.isError(nobody.send(route.method(), route.path(), BodyPublishers.noBody(),
                "Authorization", "Bearer " + "x".repeat(4_000)), 401);
        Errors.isError(nobody.send(route.method(), route.path(), BodyPublishers.noBody(),
                "Authorization", "Basic b3duZXI6cGFzc3dvcmQ="), 400);
    }

    @ParameterizedTest
    @MethodSource("forKeys")
    void aPublishableKeyOpensWhatSaysSoAndNothingElse(Route route) {
        Answer answer = ConversionsServer.shared().api(workspace.publishableKey())
                .send(route.method(), route.path(), BodyPublishers.noBody());
        Errors.isError(answer, route.takesPublishableKeys() ? answer.status() : 403);
        assertThat(answer.status() == 403).isNotEqualTo(route.takesPublishableKeys());
    }

    @Test
    void aKeyThatMayOnlyReadWritesNowhere() {
        JsonNode key = expect(201, api.post("/api/keys", object("name", "Reader", "scopes", List.of("apis.read"))));
        Api reader = ConversionsServer.shared().api(key.path("key").asText());
        forKeys().filter(Route::writes).forEach(route ->
                Errors.isError(reader.send(route.method(), route.path(), BodyPublishers.noBody()), 403));
        expect(200, api.delete("/api/keys/" + key.path("id").asText()));
    }

    @Test
    void theSameDoorStandsAtTheRootOfTheHost() {
        Api stranger = ConversionsServer.shared().api("dub_thereisnosuchkey0000000000000000");
        forKeys().filter(route -> !route.isOperators() && !NOT_AT_THE_ROOT.contains(route.path().split("/")[2])).forEach(route -> Errors.isError(stranger.send(route.method(),
                route.path().substring("/api".length()), BodyPublishers.noBody()), 401));
    }

    @Test
    void pagesOfOtherSitesMayReadTheErrorsOfWhatTheyCall() {
        Api nobody = ConversionsServer.shared().api(null);
        routes().stream().filter(route -> route.path().startsWith("/api/track/")).forEach(route ->
                assertThat(nobody.send(route.method(), route.path(), BodyPublishers.noBody())
                        .header("Access-Control-Allow-Origin")).as(route.toString()).isEqualTo("*"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aMethodThatIsNotThereIsNotAllowed(Route route) {
        for (String method : METHODS) {
            if (!route.methodsThere().contains(method)) {
                Answer answer = api.send(method, route.path(), BodyPublishers.noBody());
                Errors.isError(answer, 405);
                assertThat(answer.header("Allow")).contains(route.method());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writing")
    void aBodyIsJson(Route route) {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "application/xml",
            "multipart/form-data; boundary=x"}) {
            Errors.isError(send(route, "{}", "Content-Type", type), 415);
        }
        for (String body : new String[] {"{", "{\"url\":", "nonsense", "{}{}", "{'a':1}", "{\"a\":NaN}", "<x/>",
            "{\"a\":\"\u0001\"}", "{\"a\":".repeat(1_500)}) {
            Errors.isError(send(route, body), 400);
        }
        Errors.isError(send(route, ""), 400);
        Errors.isError(send(route, "   "), 400);
    }

    @ParameterizedTest
    @MethodSource("writing")
    void aBodyIsAnObjectWithValuesOfTheRightKind(Route route) {
        for (String body : new String[] {"[]", "5", "\"text\"", "true"}) {
            isUnprocessable(route, send(route, body));
        }
        for (String body : new String[] {"null", "[1,]", "[".repeat(5_000)}) {
            Answer answer = send(route, body);
            if (answer.status() == 400) {
                Errors.isError(answer, 400);
            } else {
                isUnprocessable(route, answer);
            }
        }
        for (String field : route.fields()) {
            isUnprocessable(route, send(route, "{\"" + field + "\":[{}]}"));
        }
    }

    /** The thing to be changed may be looked for first. */
    private static void isUnprocessable(Route route, Answer answer) {
        Errors.isError(answer, answer.status() == 404 && route.path().contains("unknown_1") ? 404 : 422);
    }

    @ParameterizedTest
    @MethodSource("writing")
    void aFieldOfABodyThatIsUnknownIsNamed(Route route) {
        Answer answer = send(route, "{\"unheardOf\":{\"of\":1}}");
        assertThat(answer.header(IGNORED)).isEqualTo("unheardOf");
        String known = route.fields().stream().map(field -> '"' + field + "\":null").collect(Collectors.joining(","));
        assertThat(send(route, '{' + known + '}').header(IGNORED)).isNull();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void aParameterOfAQueryThatIsUnknownIsNamed(Route route) {
        Answer answer = caller(route).send(route.method(), route.path() + "?unheardOf=1", BodyPublishers.noBody());
        assertThat(answer.header(IGNORED)).isEqualTo("unheardOf");
    }

    @Test
    void whatIsUnknownWithinAFieldIsNamedAsAHeaderCanHoldIt() {
        JsonNode partner = expect(201, api.post("/api/partners", object("email", Merchant.unique("pat") + "@a.example")));
        Answer answer = api.post("/api/partners/links?m%C3%B6de=x", object("partnerId", partner.path("id").asText(),
                "url", "https://a.example/", "linkProps", object("colour\r\nX: y", "red", "geo", object("DE", "https://a.example/"))));
        expect(201, answer);
        assertThat(answer.header(IGNORED)).isEqualTo("linkProps.colour%0D%0AX%3A+y, m%C3%B6de");
        String key = Merchant.unique("ignored");
        for (int time = 0; time < 2; time++) {
            Answer same = api.post("/api/tags", object("name", key, "colour", "red"), "Idempotency-Key", key);
            expect(201, same);
            assertThat(same.header(IGNORED)).isEqualTo("colour");
        }
    }

    @ParameterizedTest
    @MethodSource("writing")
    void aBodyHasALimit(Route route) {
        String body = "{\"url\":\"" + "x".repeat(BODY_MAX) + "\"}";
        Errors.isError(send(route, body), 413);
        Errors.isError(caller(route).send(route.method(), route.path(), BodyPublishers.fromPublisher(BodyPublishers.ofString(body)),
                "Content-Type", "application/json"), 413);
    }

    @Test
    void aWebhookHasALimitOfItsOwn() {
        for (Route route : routes()) {
            if (route.webhook()) {
                boolean nobodys = route.path().contains("unknown_1");
                String signature = "t=" + Instant.now().getEpochSecond() + ",v1=" + "0".repeat(64);
                Errors.isError(send(route, "x".repeat(BODY_MAX + 1), "Stripe-Signature", signature), nobodys ? 404 : 400);
                Errors.isError(send(route, "x".repeat(WEBHOOK_BODY_MAX + 1), "Stripe-Signature", signature),
                        nobodys ? 404 : 413);
                Errors.isError(send(route, "x".repeat(WEBHOOK_BODY_MAX + 1)), nobodys ? 404 : 400);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofOneThing")
    void whatIsUnknownIsNotFound(Route route) {
        for (String id : new String[] {"unknown_1", "a%2Fb", "ext_a%2Fb%2F..", "%20", "%F0%9F%98%80", "'--", "x".repeat(2_000)}) {
            String path = route.path().replace("unknown_1", id);
            String body = route.path().contains("rewards") ? "{\"amountInCents\":5}"
                    : route.path().endsWith("keys") ? "{\"name\":\"x\"}"
                    : route.path().endsWith("accept") ? "{\"name\":\"x\",\"password\":\"twelve characters\"}"
                    : route.path().endsWith("connections") ? "{\"accountId\":\"acct_x\"}" : "{}";
            Errors.isError(caller(route).send(route.method(), path, route.takesJson() ? BodyPublishers.ofString(body)
                    : BodyPublishers.noBody(), "Content-Type", "application/json"), isOfStripe(route) ? 422 : 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/nothing", "/api/links/x/y", "/api//links", "/api/links//", "/api/error",
        "/api/application.wadl", "/api/stripe", "/api/stripe/webhook/", "/api/links/x/%2e%2e/y", "/app/nothing",
        "/WEB-INF/web.xml"})
    void thereIsNothingElse(String path) {
        Errors.isError(api.get(path), 404);
    }

    @Test
    void whoWantsSomethingElseThanJsonDoesNotGetIt() {
        Errors.isError(api.get("/api/links", "Accept", "text/html"), 406);
        Errors.isError(api.get("/api/links", "Accept", ";;;"), 400);
        Errors.isError(api.post("/api/links", "{}", "Content-Type", ";;;"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/links?page=0", "/api/links?page=x", "/api/links?pageSize=101", "/api/links?page=99999999999",
        "/api/links?showArchived=perhaps", "/api/links?sortBy=title", "/api/links?sortOrder=x", "/api/links?page=2&startingAfter=x",
        "/api/links/count?groupBy=x", "/api/domains/status", "/api/tags?sortBy=x", "/api/folders?page=0", "/api/domains?pageSize=101", "/api/links/info", "/api/stripe/events?state=x",
        "/api/stripe/events?page=0", "/api/stripe/events?start=yesterday", "/api/commissions?sortOrder=x"})
    void aQueryThatMakesNoSenseIsRefused(String path) {
        Errors.isError(api.get(path), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/links?search=%00", "/api/links?search=%ff%fe", "/api/links?page=&pageSize=&startingAfter=",
        "/api/links?startingAfter=%00", "/api/stripe/events?page=&pageSize=", "/api/customers?search=%25_!'", "/api/links?&&=",
        "/api/customers?country=%F0%9F%98%80", "/api/stripe/events?objectId=%00&type='"})
    void anOddQueryIsAnsweredAllTheSame(String path) {
        assertThat(expect(200, api.get(path)).isArray()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("forKeys")
    void whatIsTheOperatorsIsClosedToEveryApiKeyAndWhatIsAWorkspacesToTheOperator(Route route) {
        Api wrong = route.isOperators() ? api : operator;
        Errors.isError(wrong.send(route.method(), route.path(), BodyPublishers.noBody()), route.isOperators() ? 403 : 401);
    }

    private Api caller(Route route) {
        return route.isOperators() ? operator : route.isForPeople() && route.path().contains(partner().partnerId())
                ? partner().person().browser() : route.isForPeople() ? browser() : route.isForShares() ? guest() : api;
    }

    private Api guest() {
        if (share == null) {
            String url = expect(201, api.post("/api/shares", object("query", ""))).path("url").asText();
            share = url.substring(url.lastIndexOf('/') + 1);
        }
        return ConversionsServer.shared().api(share);
    }

    /** What cannot be an id of Stripe's is no address of anything there. */
    private static boolean isOfStripe(Route route) {
        return route.path().startsWith("/api/stripe/objects/");
    }

    /** Returns a person of a partner, who owns it. */
    private static synchronized PartnersPerson partner() {
        if (partner == null) {
            Api merchant = ConversionsServer.shared().api(TestWorkspace.of(BadInputIT.class).apiKey());
            partner = PartnersPerson.join(ConversionsServer.shared(), merchant, PartnersPerson.enroll(merchant, "Pat"), "owner");
        }
        return partner;
    }

    /** Returns the browser of a person. What was sent before may have ended their session, or changed their password. */
    private Api browser() {
        if (person == null || person.get("/api/session").json().path("person").isNull()) {
            person = Person.join(ConversionsServer.shared(), workspace.apiKey(), "owner");
        }
        return person.browser();
    }

    /** Every answer is as the description says. */
    private Answer send(Route route, String body, String... headers) {
        Answer answer = caller(route).send(route.method(), route.path(), BodyPublishers.ofString(body),
                headers.length > 0 ? headers : new String[] {"Content-Type", "application/json"});
        assertThat(route.statuses()).as(route.toString()).contains(String.valueOf(answer.status()));
        return answer;
    }
}
