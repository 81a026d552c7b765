package org.conversions.stripe.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conversions.platform.Json;
import org.conversions.stripe.lane.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final String EVENT = """
            {
              "id": "evt_1", "object": "event", "type": "charge.refunded", "account": "acct_1",
              "api_version": "2026-07-29.dahlia", "created": 1785319200, "livemode": true, "pending_webhooks": 1,
              "data": {"object": {"id": "ch_1", "object": "charge", "customer": "cus_1"}}
            }""";

    @Test
    void theInboxReadsWhoseAnEventIsAndWhatItIsAbout() {
        assertThat(Envelope.read(EVENT.getBytes(UTF_8))).contains(new Envelope("evt_1", "charge.refunded", "acct_1",
                "2026-07-29.dahlia", Instant.parse("2026-07-29T10:00:00Z"), "ch_1", "cus_1", Lane.of("cus_1")));
    }

    @Test
    void anEventNeedsNoMoreThanAnIdAndAType() {
        assertThat(Envelope.read("{\"id\":\"evt_1\",\"type\":\"x\"}".getBytes(UTF_8)))
                .contains(new Envelope("evt_1", "x", "", null, null, null, null, Lane.of("evt_1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "null", "true", "42", "\"evt_1\"", "[]", "{}", "not json", "{\"id\":\"evt_1\"", "<html></html>", "id=evt_1&type=x",
            "{\"id\":\"evt_1\"}", "{\"type\":\"x\"}", "{\"id\":null,\"type\":\"x\"}", "{\"id\":\"\",\"type\":\"x\"}",
            "{\"id\":\" \",\"type\":\"x\"}", "{\"id\":1,\"type\":\"x\"}", "{\"id\":\"evt_1\",\"type\":{}}",
            "[{\"id\":\"evt_1\",\"type\":\"x\"}]", "{\"id\":\"evt_1\",\"type\":\"x\"} {}",
            "{\"id\":\"evt_1\",\"id\":\"evt_2\",\"type\":\"x\"}",
            "{\"id\":\"evt_1\",\"type\":\"x\",\"data\":{\"object\":{},\"object\":{}}}"})
    void whatIsNoEventIsRefused(String body) {
        assertThat(Envelope.read(body.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        assertThat(Envelope.read("{\"id\":\"evt_ü\",\"type\":\"x\"}".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "["})
    void nestingTenThousandLevelsDeepIsRefused(String level) {
        String body = "{\"id\":\"evt_1\",\"type\":\"x\",\"data\":" + level.repeat(10_000);
        assertThat(Envelope.read(body.getBytes(UTF_8))).isEmpty();
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] body) {
        assertThat(Envelope.read(body)).isEmpty();
    }

    @Test
    void anIdLongerThanAnyOfStripesIsNone() {
        assertThat(read("id", '"' + "e".repeat(255) + '"').stripeEventId()).hasSize(255);
        assertThat(Envelope.read(with("id", '"' + "e".repeat(256) + '"'))).isEmpty();
        assertThat(Envelope.read(with("type", '"' + "t".repeat(101) + '"'))).isEmpty();
        assertThat(read("api_version", '"' + "v".repeat(61) + '"').apiVersion()).isNull();
        assertThat(read("data", "{\"object\":{\"id\":\"" + "o".repeat(256) + "\"}}").objectId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
            "1785319200,                        2026-07-29T10:00:00Z",
            "0,                                 1970-01-01T00:00:00Z",
            "2147483648,                        2038-01-19T03:14:08Z",
            "null,", "-1,", "253402300800,", "9223372036854775807,", "99999999999999999999,", "1785319200.5,",
            "'\"2026-07-29T10:00:00.000Z\"',", "'\"1785319200\"',", "true,"})
    void aTimeThatIsNoneIsLeftOut(String created, Instant occurredAt) {
        assertThat(read("created", created).occurredAt()).isEqualTo(occurredAt);
    }

    @ParameterizedTest
    @CsvSource({"null, ''", "'\"\"', ''", "'\"acct_1\"', acct_1"})
    void anEventWithoutAnAccountIsOfTheEndpointsOwn(String account, String accountId) {
        assertThat(read("account", account).accountId()).isEqualTo(accountId);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'id':'cus_1','object':'customer'} | cus_1",
            "{'id':'in_1','object':'invoice','customer':'cus_1'} | cus_1",
            "{'id':'in_1','object':'invoice','customer':{'id':'cus_1'}} | cus_1",
            "{'id':'in_1','object':'invoice','customer':null} |",
            "{'id':'in_1','object':'invoice','customer':42} |",
            "{} |", "null |", "[] |"})
    void theCustomerIsTheOneThatTheObjectNamesOrIs(String object, String stripeCustomer) {
        assertThat(read("data", "{\"object\":" + object.replace('\'', '"') + "}").stripeCustomerId()).isEqualTo(stripeCustomer);
    }

    @Test
    void aThinEventIsRecognisedAndHasNoObject() {
        byte[] thin = """
                {"id": "evt_1", "object": "v2.core.event", "type": "v1.checkout.session.completed", "livemode": false,
                 "created": "2026-07-29T10:00:00.000Z", "related_object": {"id": "cs_1", "type": "checkout.session"}}""".getBytes(UTF_8);
        assertThat(Envelope.read(thin)).contains(new Envelope("evt_1", "v1.checkout.session.completed", "", null, null, null, null, Lane.of("evt_1")));
        assertThat(Envelope.isThin(Envelope.tree(thin))).isTrue();
        assertThat(Envelope.isThin(Envelope.tree(EVENT.getBytes(UTF_8)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "null, false", "{}, false", "[], false"})
    void onlyWhatSaysSoIsLive(String livemode, boolean live) {
        assertThat(Envelope.isLive(Envelope.tree(with("livemode", livemode)))).isEqualTo(live);
    }

    private static Envelope read(String field, String json) {
        return Envelope.read(with(field, json)).orElseThrow();
    }

    private static byte[] with(String field, String json) {
        ObjectNode event = (ObjectNode) Json.read(EVENT);
        event.set(field, Json.read(json));
        return Json.write(event).getBytes(UTF_8);
    }
}
