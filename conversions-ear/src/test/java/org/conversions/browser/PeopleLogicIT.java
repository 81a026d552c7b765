package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions of the pages about customers, sales and partners, module by module, without a page. */
@ResourceLock(Browser.NAME)
class PeopleLogicIT {

    private static final Browser BROWSER = Browser.shared();
    private static final String ACTIVITY = """
            {"customer": {"id": "cus_1", "subscriptionCanceledAt": "2026-05-09T10:00:00Z"},
             "events": [
              {"event": "refund", "timestamp": "2026-05-04T10:00:00Z", "clickId": "c1", "linkId": "l1", "saleId": "s1", "amount": -500, "currency": "usd"},
              {"event": "sale", "timestamp": "2026-05-03T10:00:00Z", "clickId": "c1", "linkId": "l1", "saleId": "s1", "amount": 900, "currency": "usd", "attribution": "Why"},
              {"event": "lead", "timestamp": "2026-05-01T10:02:00Z", "clickId": "c1", "linkId": "l1"},
              {"event": "click", "timestamp": "2026-05-01T10:00:00Z", "clickId": "c1", "linkId": "l1"}],
             "clicks": [{"id": "c1", "city": "Bonn"}], "links": [{"id": "l1", "shortLink": "https://x.test/a"}],
             "earnings": [{"kind": "earned", "earnings": 180, "currency": "usd", "saleId": "s1", "at": "2026-05-03T10:00:00Z"},
              {"kind": "refund", "earnings": -100, "currency": "usd", "saleId": "s1", "at": "2026-05-04T10:00:00Z"},
              {"kind": "paid", "earnings": 80, "currency": "usd", "saleId": "s1", "at": "2026-05-05T10:00:00Z"}],
             "subscriptions": [{"id": "sub_1", "status": "active", "statusAt": "2026-05-03T10:00:00Z", "cancelAt": null, "endedAt": "2026-05-09T10:00:00Z"},
              {"id": "sub_2", "status": "active", "statusAt": "2026-05-06T10:00:00Z", "cancelAt": "2026-06-01T10:00:00Z", "endedAt": null}]}""";
    private static final String EVENTS = """
            [{"id": "e3", "effects": [{"type": "churn", "id": "cus_1"}]}, {"id": "e2", "effects": [{"type": "refund", "id": "s1", "amount": -500}]},
             {"id": "e1", "effects": [{"type": "sale", "id": "s1", "amount": 900}]}, {"id": "e0"}]""";

    @BeforeAll
    static void open() {
        BROWSER.open(ConversionsServer.shared().base() + "/app/errors/");
    }

    @Test
    void aJourneyTellsEverythingInOneLineOfTimeAndCausesBeforeEffects() {
        assertThat(run("customers/journey.js", "module.journey(JSON.parse(arguments[0]), JSON.parse(arguments[1]), true)"
                + ".map(one => one.kind + (one.stripeEvent ? ':' + one.stripeEvent.id : '')).join(' ')", ACTIVITY, EVENTS))
                .isEqualTo("click lead sale:e1 earned refund:e2 takenBack paid subscription subscription churn:e3 ends");
        assertThat(run("customers/journey.js", "module.journey(JSON.parse(arguments[0]), [])[11 - 1].click.city", ACTIVITY)).isEqualTo("Bonn");
    }

    @Test
    void theTimesFromTheFirstClickAndTheEarningsAreAddedUp() {
        assertThat(run("customers/journey.js", "JSON.stringify(module.pace(JSON.parse(arguments[0]).events))", ACTIVITY))
                .isEqualTo("{\"lead\":120000,\"sale\":172800000}");
        assertThat(run("customers/journey.js", "JSON.stringify(module.pace([]))")).isEqualTo("{\"lead\":null,\"sale\":null}");
        assertThat(run("customers/journey.js", "JSON.stringify(module.earnedIn(JSON.parse(arguments[0]).earnings))", ACTIVITY))
                .isEqualTo("[{\"currency\":\"usd\",\"earnings\":80}]");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 seconds", "40000, 40 seconds", "61000, 1 minute", "7200000, 2 hours", "172800000, 2 days"})
    void aLengthOfTimeIsSaidInItsLargestUnit(long millis, String said) {
        assertThat(run("customers/journey.js", "module.lasting(arguments[0])", millis)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The one click that brought the buyer | It is the one click that brought the buyer.",
        "The last of 3 clicks that brought the buyer before the payment, as was learned after the payment"
            + " | It is the last of 3 clicks that brought the buyer before the payment, as was learned after the payment.",
        "Something new | Something new"})
    void theReasonOfAnAttributionIsSaidInTheReadersLanguage(String sentence, String said) {
        assertThat(run("customers/attribution.js", "module.attributed(arguments[0])", sentence)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"12.50, usd, 1250", "'12,5', eur, 1250", "1 234, usd, 123400", "500, jpy, 500", "5.5, jpy, null", "1.234, kwd, 1234", "1.234, usd, null",
        "-1, usd, null", "'', usd, null", "x, usd, null"})
    void anAmountIsReadAsPeopleWriteIt(String text, String currency, String minor) {
        assertThat(run("amount.js", "String(module.minorOf(arguments[0], arguments[1]))", text, currency)).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"900, 900, 0, false, false, ''", "900, 400, 500, false, false, partly", "900, 0, 900, false, false, refunded",
        "900, 900, 0, true, false, disputed", "900, 400, 500, true, true, partly disputed stale"})
    void theStatusOfASaleComesFromItsMoney(long gross, long net, long refunded, boolean disputed, boolean stale, String keys) {
        assertThat(run("sales/status.js", "module.statusOf(arguments[0]).map(one => one.key).join(' ')", Map.of("grossAmount", gross, "netAmount", net,
                "refundedAmount", refunded, "disputed", disputed, "exchangeRate", Map.of("stale", stale)))).isEqualTo(keys);
    }

    @ParameterizedTest
    @CsvSource({"pending, true, paid hold canceled refunded fraud duplicate", "pending, false, hold canceled refunded fraud duplicate", "hold, true, pending canceled refunded fraud duplicate", "pending fraud, true, canceled duplicate",
        "paid, true, ''", "pending paid, true, ''", "canceled fraud, true, pending duplicate", "'', true, ''"})
    void commissionsAreChangedToWhatAllOfThemMayBecome(String statuses, boolean live, String next) {
        assertThat(run("partners/sums.js", "module.nextStatuses(arguments[0].split(' ').filter(Boolean), arguments[1]).join(' ')", statuses, live)).isEqualTo(next);
    }

    @Test
    void amountsOfTwoCurrenciesAreNeverAddedUp() {
        assertThat(run("partners/sums.js", "JSON.stringify(module.sums([{currency: 'usd', earnings: 5}, {currency: 'eur', earnings: 2}, {currency: 'usd', earnings: -1}]))"))
                .isEqualTo("[{\"currency\":\"eur\",\"earnings\":2},{\"currency\":\"usd\",\"earnings\":4}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "customer.country       |      | in                 | us, DE     | {\"entity\":\"customer\",\"attribute\":\"country\",\"operator\":\"in\",\"value\":[\"US\",\"DE\"]}",
        "sale.amount            |      | greater_than       | 12,50      | {\"entity\":\"sale\",\"attribute\":\"amount\",\"operator\":\"greater_than\",\"value\":1250}",
        "sale.metadata          | plan | equals_to          | pro        | {\"entity\":\"sale\",\"attribute\":\"metadata\",\"metadataField\":\"plan\",\"operator\":\"equals_to\",\"value\":\"pro\"}",
        "customer.signupDate    |      | less_than          | 2026-01-02 | {\"entity\":\"customer\",\"attribute\":\"signupDate\",\"operator\":\"less_than\",\"value\":1767312000000}",
        "customer.signupDate    |      | greater_than       | 2026-01-02 | {\"entity\":\"customer\",\"attribute\":\"signupDate\",\"operator\":\"greater_than\",\"value\":1767398399999}",
        "partner.totalLeads     |      | less_than_or_equal | 7          | {\"entity\":\"partner\",\"attribute\":\"totalLeads\",\"operator\":\"less_than_or_equal\",\"value\":7}",
        "partner.totalLeads     |      | less_than          | many       | null", "sale.metadata |  | equals_to | pro | null",
        "customer.country       |      | equals_to          | USA        | null", "sale.type     |  | equals_to |     | null"})
    void aConditionOfTheFormIsOneOfTheApi(String key, String field, String operator, String value, String condition) {
        assertThat(run("partners/conditions.js", "JSON.stringify(module.conditionOf({key: arguments[0], field: arguments[1], operator: arguments[2], value: arguments[3]}, 'sale', 'usd'))",
                key, field == null ? "" : field, operator, value == null ? "" : value)).isEqualTo(condition);
        if (!condition.equals("null")) {
            assertThat(run("partners/conditions.js", "JSON.stringify(module.conditionOf(module.draftOf(JSON.parse(arguments[0]), 'usd'), 'sale', 'usd'))", condition)).isEqualTo(condition);
        }
    }

    @ParameterizedTest
    @CsvSource({"month, 2026-11-01T00:00:00.000Z", "quarter, 2026-10-01T00:00:00.000Z", "year, 2026-01-01T00:00:00.000Z", "now, undefined"})
    void aPayoutTakesWhatWasDueUntilTheEndOfAPeriod(String until, String cutoff) {
        assertThat(run("partners/cutoff.js", "String(module.cutoffOf(arguments[0], new Date('2026-11-30T12:00:00Z')))", until)).isEqualTo(cutoff);
    }

    @ParameterizedTest
    @CsvSource({"12.5, 12.5", "'7,25', 7.25", "100, 100", "101, null", "1.234, null", "-1, null", "'', null"})
    void aPercentageIsReadAsPeopleWriteIt(String text, String percentage) {
        assertThat(run("partners/terms.js", "String(module.percentageOf(arguments[0]))", text)).isEqualTo(percentage);
    }

    @ParameterizedTest
    @CsvSource({"same_email, The customer has the email address of the partner.", "Called the buyer, Called the buyer", "'', ''"})
    void aNoteOfTheServerIsSaidInTheReadersLanguageAndOneOfAnOperatorAsItIs(String note, String said) {
        assertThat(run("partners/notes.js", "module.said(arguments[0])", note)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sale_0VcUdVt6SJnxARzd5VS1UE              | sale",
        "cm_0VcUdVt6SJnxARzd5VS1UE                | commission",
        "pn_0VcUdVt6SJnxARzd5VS1UE                | partner",
        "link_0VcUdVt6SJnxARzd5VS1UE              | link",
        "cus_0VcUdTQ4G35f4GlUFxmCEG               | customer",
        "cus_QwErTyUiOpAsDf                       | object",
        "pi_3abc                                  | object",
        "in_1abc                                  | object sale",
        "evt_1abc                                 | event",
        "https://dashboard.stripe.com/acct_1/test/payments/pi_3abc | object",
        "ada@example.com                          | customers partners",
        "https://go.example.com/spring?x=1        | link links",
        "go.example.com/spring                    | link links",
        "Ada Lovelace                             | links customers partners",
        "INV-2026-7                               | links customers partners sale",
        "a                                        | ''"})
    void aTextIsLookedForAsWhatItCanBe(String text, String kinds) {
        assertThat(run("components/likely.js", "module.likely(arguments[0], 'live').map(one => one.kind).join(' ')", text))
                .isEqualTo("''".equals(kinds) ? "" : kinds);
    }

    private static String run(String module, String expression, Object... arguments) {
        return BROWSER.run("return import('/app/" + module + "').then(module => " + expression + ")", arguments).asText();
    }
}
