package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rates that a workspace sees, sets and confirms. Its figures are in US dollars. */
@OnBothDatabases
class ExchangeRatesIT {

    private static final String PATH = "/api/exchange-rates";
    /** Currencies that no story of another test is told in. */
    private static final List<String> TOUCHED = List.of("FJD", "PGK", "TOP", "WST", "VUV", "SBD");

    private final Api api = Merchant.of(ExchangeRatesIT.class).api();
    private final LocalDate today = LocalDate.now(Clock.systemUTC());

    @AfterEach
    void giveUpWhatWasSet() {
        TOUCHED.forEach(currency -> api.delete(PATH + "/" + currency));
    }

    @Test
    void everyCurrencyHasABundledRateWhoseAgeIsSaid() {
        JsonNode rates = expect(200, api.get(PATH));
        assertThat(rates.path("base").asText()).isEqualTo("USD");
        assertThat(rates.path("currency").asText()).isEqualTo("usd");
        assertThat(rates.path("rates").size()).isGreaterThan(150);
        assertThat(rates.path("rates").path("USD")).hasToString("\"1\"");
        assertThat(rates.path("rates").path("BHD")).hasToString("\"0.376\"");
        long age = ChronoUnit.DAYS.between(LocalDate.parse(rates.path("asOf").asText()), today);
        assertThat(rates.path("ageDays").asLong(-1)).isEqualTo(age);
        assertThat(rates.path("stale").isBoolean()).isTrue();
        assertThat(rates.path("stale").asBoolean()).isEqualTo(age > 7);
    }

    @Test
    void aWorkspaceSetsRatesAsStringsOrNumbersAndTheSameAgainChangesNothing() {
        String body = """
                {"base":"USD","rates":{"FJD":"2.20","pgk":4.40000000000000001,"TOP":"2.4e0"}}""";
        JsonNode set = expect(200, api.put(PATH, body));
        assertThat(set.path("rates").path("FJD")).hasToString("\"2.2\"");
        assertThat(set.path("rates").path("PGK")).hasToString("\"4.40000000000000001\"");
        assertThat(set.path("rates").path("TOP")).hasToString("\"2.4\"");
        for (String currency : List.of("FJD", "PGK", "TOP")) {
            assertThat(set.path("own").path(currency).asText()).isEqualTo(today.toString());
        }
        assertThat(set.path("asOf").asText()).isEqualTo(today.toString());
        assertThat(set.path("source").asText()).isEqualTo("workspace");
        assertThat(set.path("stale").asBoolean(true)).isFalse();
        assertThat(held(set)).isEmpty();
        assertThat(expect(200, api.put(PATH, body))).isEqualTo(set);
        assertThat(expect(200, api.get(PATH))).isEqualTo(set);
    }

    @Test
    void anotherBaseIsCrossedWithTheDollar() {
        JsonNode set = expect(200, api.put(PATH, object("base", "FJD", "asOf", "2026-07-29", "rates",
                object("USD", "0.5", "PGK", "2.2", "TOP", "1.2"))));
        assertThat(set.path("rates").path("FJD")).hasToString("\"2\"");
        assertThat(set.path("rates").path("PGK")).hasToString("\"4.4\"");
        assertThat(set.path("own").path("TOP").asText()).isEqualTo("2026-07-29");
    }

    @Test
    void theNewestOfTheWorkspacesRatesHoldsWhateverWasSetLast() {
        expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-29", "rates", object("FJD", "2.2"))));
        JsonNode set = expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-28", "rates", object("FJD", "2.3"))));
        assertThat(set.path("rates").path("FJD")).hasToString("\"2.2\"");
        assertThat(set.path("own").path("FJD").asText()).isEqualTo("2026-07-29");
    }

    @Test
    void eachDayHasTheRatesThatHoldForItsPayments() {
        expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-20", "rates", object("FJD", "2.2"))));
        expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-29", "rates", object("FJD", "2.3"))));
        JsonNode between = expect(200, api.get(PATH + "?day=2026-07-28"));
        assertThat(between.path("rates").path("FJD")).hasToString("\"2.2\"");
        assertThat(between.path("origins").path("FJD")).hasToString("{\"asOf\":\"2026-07-20\",\"source\":\"workspace\"}");
        assertThat(between.path("ageDays").asLong()).isEqualTo(8);
        assertThat(between.path("stale").asBoolean()).isTrue();
        assertThat(expect(200, api.get(PATH + "?day=2026-07-29")).path("rates").path("FJD")).hasToString("\"2.3\"");
        assertThat(expect(200, api.get(PATH + "?day=2026-07-19")).path("rates").has("FJD")).isFalse();
        Errors.isError(api.get(PATH + "?day=2999-01-01"), 422);
        Errors.isError(api.get(PATH + "?day=29.07.2026"), 422);
    }

    @Test
    void aRateThatJumpsIsHeldUntilItIsConfirmedAndTheOthersAreTaken() {
        expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-28", "rates", object("FJD", "2.2", "PGK", "4.4"))));
        JsonNode held = expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-29", "rates",
                object("FJD", "22", "PGK", "4.5"))));
        assertThat(held.path("rates").path("FJD")).hasToString("\"2.2\"");
        assertThat(held.path("rates").path("PGK")).hasToString("\"4.5\"");
        assertThat(held(held)).hasToString("[{\"currency\":\"FJD\",\"rate\":\"22\",\"asOf\":\"2026-07-29\","
                + "\"source\":\"workspace\",\"current\":\"2.2\",\"changePercent\":900.0}]");
        JsonNode confirmed = expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-29", "rates",
                object("FJD", "22"), "confirm", true)));
        assertThat(confirmed.path("rates").path("FJD")).hasToString("\"22\"");
        assertThat(confirmed.path("rates").path("PGK")).hasToString("\"4.5\"");
        assertThat(held(confirmed)).isEmpty();
    }

    @Test
    void aHeldRateIsOvertakenByTheNextThatIsBelieved() {
        expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-27", "rates", object("FJD", "2.2"))));
        expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-28", "rates", object("FJD", "22"))));
        assertThat(held(expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-29", "rates", object("FJD", "23"))))))
                .extracting(rate -> rate.path("rate").asText()).containsExactly("23");
        JsonNode set = expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-30", "rates", object("FJD", "2.3"))));
        assertThat(held(set)).isEmpty();
        assertThat(set.path("rates").path("FJD")).hasToString("\"2.3\"");
    }

    @Test
    void theBundledRateIsWhatTheFirstOfAWorkspaceIsMeasuredBy() {
        JsonNode held = expect(200, api.put(PATH, object("base", "USD", "asOf", "2026-07-29", "rates", object("WST", "27.6"))));
        assertThat(held.path("own").has("WST")).isFalse();
        assertThat(held(held)).hasSize(1);
        assertThat(held(held).get(0).path("current")).isEqualTo(held.path("rates").path("WST"));
    }

    @Test
    void whatWasSetCanBeGivenUp() {
        JsonNode before = expect(200, api.get(PATH));
        expect(200, api.put(PATH, object("base", "USD", "rates", object("VUV", "120"))));
        assertThat(expect(200, api.delete(PATH + "/vuv")).path("id").asText()).isEqualTo("vuv");
        assertThat(expect(200, api.get(PATH))).isEqualTo(before);
        Errors.isError(api.delete(PATH + "/VUV"), 404);
        Errors.isError(api.delete(PATH + "/xau"), 404);
    }

    @Test
    void manyAtOnceSetOneRate() {
        Map<String, Object> body = object("base", "USD", "asOf", "2026-07-29", "rates", object("SBD", "8", "FJD", "2.2"));
        List<Callable<Integer>> callers = Collections.nCopies(16, () -> api.put(PATH, body).status());
        assertThat(AtOnce.all(callers)).containsOnly(200);
        assertThat(expect(200, api.put(PATH, body)).path("own").path("SBD").asText()).isEqualTo("2026-07-29");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"base\":\"USD\"}", "{\"rates\":{\"FJD\":\"2.2\"}}", "{\"base\":\"USD\",\"rates\":null}",
        "{\"base\":\"USD\",\"rates\":{}}", "{\"base\":\"USD\",\"rates\":[]}", "{\"base\":\"USD\",\"rates\":\"2.2\"}",
        "{\"base\":\"USD\",\"rates\":{\"USD\":\"1\"}}", "{\"base\":\"USD\",\"rates\":{\"USD\":\"2\",\"FJD\":\"2.2\"}}",
        "{\"base\":\"XAU\",\"rates\":{\"FJD\":\"2.2\",\"USD\":\"1\"}}", "{\"base\":\"EUR\",\"rates\":{\"FJD\":\"2.2\"}}",
        "{\"base\":1,\"rates\":{\"FJD\":\"2.2\"}}",
        "{\"base\":\"USD\",\"rates\":{\"FJD\":\"2.2\",\"XAU\":\"0.0002\"}}", "{\"base\":\"USD\",\"rates\":{\"FJD\":\"2.2\",\"fjd\":\"2.2\"}}",
        "{\"base\":\"USD\",\"rates\":{\"FJD\":0}}", "{\"base\":\"USD\",\"rates\":{\"FJD\":-2.2}}", "{\"base\":\"USD\",\"rates\":{\"FJD\":1e400}}",
        "{\"base\":\"USD\",\"rates\":{\"FJD\":\"NaN\"}}", "{\"base\":\"USD\",\"rates\":{\"FJD\":\"\"}}", "{\"base\":\"USD\",\"rates\":{\"FJD\":null}}",
        "{\"base\":\"USD\",\"rates\":{\"FJD\":true}}", "{\"base\":\"USD\",\"rates\":{\"FJD\":{}}}", "{\"base\":\"USD\",\"rates\":{\"FJD\":[2.2]}}",
        "{\"base\":\"USD\",\"rates\":{\"FJD\":\"2.2345678901234567891\"}}",
        "{\"base\":\"USD\",\"asOf\":\"29.07.2026\",\"rates\":{\"FJD\":\"2.2\"}}", "{\"base\":\"USD\",\"asOf\":\"2026-02-30\",\"rates\":{\"FJD\":\"2.2\"}}",
        "{\"base\":\"USD\",\"asOf\":\"2999-01-01\",\"rates\":{\"FJD\":\"2.2\"}}", "{\"base\":\"USD\",\"asOf\":\"1999-12-31\",\"rates\":{\"FJD\":\"2.2\"}}",
        "{\"base\":\"USD\",\"confirm\":\"yes\",\"rates\":{\"FJD\":\"2.2\"}}"})
    void whatCannotBeSetChangesNothing(String body) {
        JsonNode before = expect(200, api.get(PATH));
        Errors.isError(api.put(PATH, body), 422);
        assertThat(expect(200, api.get(PATH))).isEqualTo(before);
    }

    @Test
    void tooManyRatesAreRefused() {
        Map<String, Object> rates = new LinkedHashMap<>();
        for (int i = 0; i < 401; i++) {
            rates.put("X" + i, "1");
        }
        Errors.isError(api.put(PATH, object("base", "USD", "rates", rates)), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"base\":\"USD\",\"rates\":{\"FJD\":NaN}}", "{\"base\":\"USD\",\"rates\":{\"FJD\":2,2}}", "{", ""})
    void whatIsNoJsonIsABadRequest(String body) {
        Errors.isError(api.put(PATH, body), 400);
    }

    @Test
    void onlyAKeyThatMayWriteSetsRates() {
        JsonNode key = expect(201, api.post("/api/keys", object("name", "Report", "scopes", List.of("apis.read"))));
        Api reader = ConversionsServer.shared().api(key.path("key").asText());
        expect(200, reader.get(PATH));
        Errors.isError(reader.put(PATH, object("base", "USD", "rates", object("FJD", "2.2"))), 403);
        Errors.isError(reader.delete(PATH + "/FJD"), 403);
        expect(200, api.delete("/api/keys/" + key.path("id").asText()));
        Errors.isError(ConversionsServer.shared().api(TestWorkspace.of(ExchangeRatesIT.class).publishableKey()).get(PATH), 403);
        Errors.isError(ConversionsServer.shared().api(null).get(PATH), 401);
        Errors.isError(api.post(PATH, object()), 405);
    }

    /** Returns the held rates of the currencies of these tests. */
    private static List<JsonNode> held(JsonNode rates) {
        List<JsonNode> held = new ArrayList<>();
        rates.path("held").forEach(held::add);
        held.removeIf(rate -> !TOUCHED.contains(rate.path("currency").asText()));
        return held;
    }
}
