package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.redirect.RawHttp;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that no client sends on purpose, and input that published clients send although it looks odd. */
@OnBothDatabases
class OddInputIT {

    /** Texts that a column may have to hold: a NUL, half a character, more than fits. */
    private static final List<String> ODD_TEXTS = List.of("\"a\\u0000b\"", "\"x\\udc00y\"", "\"" + "x".repeat(70_000) + "\"");

    /** The same alone, numbers that no type holds, nesting that Jackson just about reads. */
    private static final List<String> ODD_VALUES = List.of("\"\\u0000\"", "\"\\ud800\"", "1e400",
            "-99999999999999999999999", "1".repeat(999), "[".repeat(900) + "]".repeat(900),
            "{\"\\u0000\":\"\\ud800\"}", "[\"\\u0000\"]");

    private static List<String> keysBefore;

    private final Api api = Merchant.of(OddInputIT.class).api();
    private final Api operator = ConversionsServer.shared().api(ServerSettings.OPERATOR_TOKEN);

    /** A key may have an odd name. Those with all rights would let other tests delete the last key but these. */
    @BeforeAll
    static void noteTheKeys() {
        keysBefore = Walk.ids(Merchant.of(OddInputIT.class).api().get("/api/keys"));
    }

    @AfterAll
    static void deleteTheKeysThatWereMade() {
        Api owner = Merchant.of(OddInputIT.class).api();
        Walk.ids(owner.get("/api/keys")).stream().filter(id -> !keysBefore.contains(id))
                .forEach(id -> Merchant.expect(200, owner.delete("/api/keys/" + id)));
    }

    static Stream<BadInputIT.Route> writing() {
        return BadInputIT.writing();
    }

    @ParameterizedTest
    @MethodSource("writing")
    void whateverAFieldHoldsTheAnswerIsClear(BadInputIT.Route route) {
        for (String field : route.fields()) {
            for (String value : oddValues()) {
                Answer answer = (route.isOperators() ? operator : api).send(route.method(), route.path(),
                        BodyPublishers.ofString("{\"" + field + "\":" + value + "}"), "Content-Type", "application/json");
                assertThat(answer.status()).as(field + " " + value + " " + answer.body()).isLessThan(500);
                if (answer.status() >= 400) {
                    Errors.isError(answer, answer.status());
                }
            }
        }
    }

    private static List<String> oddValues() {
        return TestDatabase.CURRENT != TestDatabase.EMBEDDED ? ODD_TEXTS
                : Stream.concat(ODD_TEXTS.stream(), ODD_VALUES.stream()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/links", "/api/keys", "/api/track/lead", "/links"})
    void aNameThatStandsTwiceIsNotJson(String path) {
        Errors.isError(api.post(path, "{\"name\":\"a\",\"name\":\"b\"}"), 400);
        Errors.isError(api.post(path, "{\"a\":{\"x\":1,\"x\":2}}"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/links", "/links"})
    void thePublishedClientsHeadersAreFine(String path) {
        String head = " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + TestWorkspace.of(OddInputIT.class).apiKey() + "\r\nCookie: \r\nAccept: application/json\r\n";
        assertThat(raw("GET" + head + "\r\n").status()).isEqualTo(200);
        String body = "{\"url\":\"https://shop.example/\"}";
        assertThat(raw("POST" + head + "Content-Type: application/json;charset=UTF-8\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body).status()).isEqualTo(200);
        RawHttp.Answer nothing = raw("POST" + head + "Content-Length: 0\r\n\r\n");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.body()).startsWith("{\"error\":{\"code\":\"bad_request\"");
        assertThat(raw("PROPFIND" + head + "\r\n").body()).startsWith("{\"error\":{\"code\":\"method_not_allowed\"");
    }

    @Test
    void whoAsksForAPictureWhereThereIsNoneGetsAnError() {
        Errors.isError(api.get("/api/links", "Accept", "image/png"), 406);
        Errors.isError(api.get("/links", "Accept", "image/png"), 406);
    }

    private static RawHttp.Answer raw(String request) {
        return RawHttp.send(ConversionsServer.shared().port(), request.getBytes(StandardCharsets.US_ASCII));
    }
}
