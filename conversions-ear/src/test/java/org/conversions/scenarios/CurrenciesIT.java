package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Buyers pay in any currency: a sale is in the workspace's, at the rate of its day, which stays with it. */
@OnBothDatabases
class CurrenciesIT {

    private static final Figures LEAD = Figures.NONE.clicks(1).leads(1);
    private static final String RATES = "/api/exchange-rates";
    /** A day before that of the rates that the server comes with. */
    private static final LocalDate LONG_AGO = LocalDate.parse("2021-03-04");

    private final Merchant merchant = Merchant.of(CurrenciesIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);
    private final LocalDate yesterday = LocalDate.now(Clock.systemUTC()).minusDays(1);
    private final TreeSet<String> set = new TreeSet<>();

    @AfterEach
    void asAtFirst() {
        merchant.workspaceAsAtFirst();
        set.forEach(currency -> Merchant.ok(merchant.api().delete(RATES + "/" + currency)));
    }

    @ParameterizedTest(name = "{0} at {1} for a dollar: {2} minor units are a dollar")
    @CsvSource({
        "eur, 0.8, 80", "huf, 320, 32000", "twd, 32, 3200", "isk, 125, 12500", "ugx, 4000, 400000",
        "jpy, 160, 160", "mga, 4400, 4400", "krw, 1400, 1400", "vnd, 26000, 26000",
        "kwd, 0.25, 250", "bhd, 0.4, 400", "tnd, 3, 3000",
    })
    @DisplayName("Every currency with the digits that Stripe gives it, and half of it back at the sale's own rate")
    void digits(String currency, String perDollar, long dollar) {
        rate(yesterday, currency, perDollar);
        comes();

        Settled told = merchant.tell(Story.priced(story.oldInvoice(1), 24 * dollar, 4 * dollar)
                .with("currency", currency)).processed().did("sale", "commission");
        merchant.tell(story.refundOfInvoice(1, 12 * dollar).with("amount", 24 * dollar).with("currency", currency))
                .processed().did("refund", "commission");

        assertThat(told.amounts("sale")).containsExactly(2000L);
        assertThat(told.amounts("commission")).containsExactly(400L);
        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2000).refunds(1, 1000));
        assertThat(story.earnings()).containsExactly(200L);
        JsonNode sale = story.saleOfInvoice(1);
        assertThat(sale.path("currency").asText()).isEqualTo("usd");
        assertThat(sale.path("originalCurrency").asText()).isEqualTo(currency);
        assertThat(sale.path("originalAmount").asLong()).isEqualTo(20 * dollar);
    }

    @Test
    @DisplayName("The rate of the day, its date and its source are kept with the sale")
    void theRateIsKept() {
        rate(yesterday, "eur", "0.8");
        comes();

        merchant.tell(story.invoice(1).with("currency", "eur")).processed();

        JsonNode sale = story.saleOfInvoice(1);
        assertThat(sale.at("/exchangeRate/rate").asText()).isEqualTo("1.25");
        assertThat(sale.at("/exchangeRate/asOf").asText()).isEqualTo(yesterday.toString());
        assertThat(sale.at("/exchangeRate/source").asText()).isEqualTo("workspace");
        assertThat(sale.path("grossAmount").asLong()).isEqualTo(2500);
        assertThat(sale.path("originalAmount").asLong()).isEqualTo(2000);
        assertThat(merchant.read("/api/sales?linkId=" + story.linkId + "&currency=eur")).hasSize(1);
        assertThat(merchant.read("/api/sales?linkId=" + story.linkId + "&currency=usd")).isEmpty();
    }

    @Test
    void withoutARateOfItsOwnTheWorkspaceHasTheBundledOne() {
        comes();
        JsonNode rates = merchant.read(RATES);

        merchant.tell(story.invoice(1).with("currency", "chf")).processed();

        JsonNode sale = story.saleOfInvoice(1);
        assertThat(sale.at("/exchangeRate/source").asText()).isEqualTo("bundled");
        assertThat(LocalDate.parse(sale.at("/exchangeRate/asOf").asText())).isBeforeOrEqualTo(yesterday);
        assertThat(sale.path("grossAmount").asLong())
                .isBetween(2000L, 4000L).isNotEqualTo(sale.path("originalAmount").asLong());
        assertThat(rates.at("/rates/CHF").asText()).isNotBlank();
    }

    @Test
    @DisplayName("Each payment at the rate of its own day, not at the newest")
    void ofItsOwnDay() {
        rate(yesterday.minusDays(10), "eur", "0.8");
        rate(yesterday.minusDays(5), "eur", "1");
        String click = comes();

        merchant.tell(paidOn(story.invoice(1).with("currency", "eur"), yesterday.minusDays(7), click)).processed();
        merchant.tell(paidOn(story.invoice(2).with("currency", "eur"), yesterday.minusDays(5), click)).processed();

        assertThat(story.saleOfInvoice(1).path("grossAmount").asLong()).isEqualTo(2500);
        assertThat(story.saleOfInvoice(1).at("/exchangeRate/asOf").asText())
                .isEqualTo(yesterday.minusDays(10).toString());
        assertThat(story.saleOfInvoice(2).path("grossAmount").asLong()).isEqualTo(2000);
    }

    @Test
    @DisplayName("A replay and a refund after the rate has changed use the rate that the sale was made at")
    void atTheSalesOwnRate() {
        rate(yesterday, "eur", "0.8");
        comes();
        StripeEvent paid = story.oldInvoice(1).with("currency", "eur");
        merchant.tell(paid).processed();
        rate(yesterday, "eur", "1");

        Merchant.ok(merchant.api().post("/api/stripe/events/" + paid.id() + "/replay", ""));
        merchant.settled(paid).processed();
        merchant.tell(story.refundOfInvoice(1, 1).with("currency", "eur")).processed();
        merchant.tell(story.refundOfInvoice(1, 2400).with("currency", "eur")).processed();

        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2500).refunds(2, 2500));
        assertThat(story.saleOfInvoice(1).path("netAmount").asLong()).isZero();
        assertThat(story.saleOfInvoice(1).at("/exchangeRate/rate").asText()).isEqualTo("1.25");
        assertThat(story.earnings()).containsExactly(0L);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Without a rate nothing is guessed: sale and refund wait, and are completed when a rate comes")
    void withoutARate(Vocabulary words) {
        Story buyer = merchant.story(words);
        String click = buyer.click();
        merchant.tell(buyer.customerCreated(click)).processed();
        StripeEvent paid = paidOn(buyer.oldInvoice(1).with("currency", "gel"), LONG_AGO, click);
        StripeEvent refund = buyer.refundOfInvoice(1, 1200).with("currency", "gel");

        Settled waiting = merchant.tell(paid).waiting("exchange_rate_missing").did();
        merchant.tell(refund).waiting("sale_unknown").did();
        merchant.tell(buyer.oldInvoice(2)).processed().did("sale", "commission");
        assertThat(waiting.event().path("explanation").asText()).contains("gel");
        assertThat(buyer.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2000));

        rate(LONG_AGO.minusDays(3), "gel", "2.5");

        // No commission: the reward was not promised yet.
        merchant.processed(paid).did("sale");
        merchant.processed(refund).did("refund");
        assertThat(buyer.saleOfInvoice(1).path("grossAmount").asLong()).isEqualTo(800);
        assertThat(buyer.saleOfInvoice(1).path("netAmount").asLong()).isEqualTo(400);
        assertThat(buyer.saleOfInvoice(1).at("/exchangeRate/rate").asText()).isEqualTo("0.4");
        assertThat(buyer.figures()).isEqualTo(LEAD.buyers(1).sales(2, 2800).refunds(1, 400));
        assertThat(buyer.earnings()).containsExactly(400L);
    }

    @Test
    @DisplayName("A rate of a later day is no rate of the day")
    void aRateOfALaterDayIsNone() {
        // Before the invoice is made: one that named the click first would be where the lead comes from.
        String click = comes();
        StripeEvent paid = paidOn(story.invoice(1).with("currency", "gel"), LONG_AGO, click);
        merchant.tell(paid).waiting("exchange_rate_missing");

        rate(LONG_AGO.plusDays(1), "gel", "2.5");

        Merchant.ok(merchant.api().post("/api/stripe/events/" + paid.id() + "/replay", ""));
        merchant.settled(paid).waiting("exchange_rate_missing").did();
        assertThat(story.figures()).isEqualTo(LEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "xau", "btc"})
    @DisplayName("A currency that nobody knows waits, and is never taken for dollars")
    void aCurrencyThatNobodyKnows(String currency) {
        comes();

        merchant.tell(story.invoice(1).with("currency", currency)).waiting("exchange_rate_missing").did();

        assertThat(story.figures()).isEqualTo(LEAD);
        assertThat(story.commissions()).isEmpty();
    }

    @Test
    @DisplayName("Session and invoice of one purchase in another currency are one sale")
    void sessionAndInvoice() {
        rate(yesterday, "jpy", "160");
        StripeEvent session = Story.priced(story.subscriptionCheckout(), 3520, 320).with("currency", "jpy")
                .with("client_reference_id", story.reference());

        merchant.tell(session).processed().did("customer", "lead", "sale", "commission");
        merchant.tell(Story.priced(story.invoice(1), 3520, 320).with("currency", "jpy")).processed();

        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2000));
    }

    @Test
    @DisplayName("A sale at an old rate is marked, and corrected with its refund and commission when a rate of its day comes")
    void aRateThatComesLate() {
        rate(LONG_AGO.minusDays(30), "gel", "2.5");
        merchant.tell(paidOn(story.oldInvoice(1).with("currency", "gel"), LONG_AGO, comes())).processed();
        merchant.tell(story.refundOfInvoice(1, 1200).with("currency", "gel")).processed();
        assertThat(story.saleOfInvoice(1).at("/exchangeRate/stale").asBoolean()).isTrue();
        rate(LONG_AGO.minusDays(8), "gel", "1");
        rate(LONG_AGO.plusDays(1), "gel", "1");
        assertThat(story.saleOfInvoice(1).path("grossAmount").asLong()).as("no better rate yet").isEqualTo(800);

        rate(LONG_AGO.minusDays(7), "gel", "2");

        await().until(() -> !story.saleOfInvoice(1).at("/exchangeRate/stale").asBoolean());
        JsonNode sale = story.saleOfInvoice(1);
        assertThat(sale.at("/exchangeRate/asOf").asText()).isEqualTo(LONG_AGO.minusDays(7).toString());
        assertThat(sale.path("grossAmount").asLong()).isEqualTo(1000);
        assertThat(sale.path("netAmount").asLong()).isEqualTo(500);
        assertThat(sale.path("entries")).extracting(entry -> entry.path("kind").asText() + " "
                + entry.path("amount").asLong()).containsExactlyInAnyOrder("sale 800", "refund -400", "correction 200",
                "refund -100");
        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(1, 1000).refunds(1, 500));
        rate(LONG_AGO, "gel", "4");
        assertThat(story.saleOfInvoice(1).path("grossAmount").asLong()).as("what is decided stays").isEqualTo(1000);
    }

    @Test
    @DisplayName("A workspace's currency that is chosen states all its sales, at the rates of their days")
    void theWorkspacesCurrency() {
        rate(yesterday, "eur", "0.8");
        comes();
        merchant.tell(story.oldInvoice(1)).processed();
        merchant.workspace("currency", "eur");

        Settled told = merchant.tell(story.oldInvoice(2)).processed();
        merchant.tell(story.oldInvoice(3).with("currency", "eur")).processed();
        merchant.tell(story.refundOfInvoice(1, 1200)).processed();

        assertThat(told.amounts("sale")).containsExactly(1600L);
        assertThat(told.event().at("/effects/0/currency").asText()).isEqualTo("eur");
        assertThat(told.event().at("/effects/1/currency").asText()).isEqualTo("eur");
        assertThat(told.amounts("commission")).containsExactly(320L);
        restated();
        assertThat(List.of(1, 2, 3)).extracting(number -> story.saleOfInvoice(number).path("currency").asText()
                + " " + story.saleOfInvoice(number).path("grossAmount").asLong()
                + " " + story.saleOfInvoice(number).path("netAmount").asLong())
                .containsExactly("eur 1600 800", "eur 1600 1600", "eur 2000 2000");
        assertThat(story.saleOfInvoice(1).at("/exchangeRate/rate").asText()).isEqualTo("0.8");
        assertThat(story.sales()).extracting(sale -> sale.at("/sale/currency").asText()).containsOnly("eur");
        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(3, 5200).refunds(1, 800));
    }

    @Test
    @DisplayName("Commissions stay in the currency they were earned in, and sums of them are by currency")
    void commissionsStayInTheirCurrency() {
        rate(yesterday, "eur", "0.8");
        comes();
        merchant.tell(story.oldInvoice(1)).processed();
        merchant.tell(story.refundOfInvoice(1, 600)).processed();
        merchant.workspace("currency", "eur");
        restated();
        assertThat(commissions()).containsExactly("usd 300");

        merchant.tell(story.refundOfInvoice(1, 1200)).processed();
        merchant.tell(story.oldInvoice(2)).processed();

        assertThat(commissions()).containsExactly("eur 320", "usd 200");
        JsonNode partner = merchant.read("/api/partners/" + story.partnerId);
        assertThat(partner.path("totalCommissions").asLong()).isEqualTo(320);
        assertThat(partner.path("owedEarnings").asLong()).isEqualTo(320);
        assertThat(partner.path("netRevenue").asLong()).isEqualTo(1600 + 800 - 320);
        assertThat(partner.path("earningsByCurrency")).extracting(earned -> earned.path("currency").asText() + " "
                + earned.path("earnings").asLong() + " " + earned.path("owedEarnings").asLong())
                .containsExactly("eur 320 320", "usd 200 200");
        assertThat(merchant.read("/api/partners/analytics?groupBy=count&interval=all&partnerId=" + story.partnerId)
                .path("earnings").asLong()).isEqualTo(320);
        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(2, 3200).refunds(2, 800));
    }

    @Test
    @DisplayName("There and back again, every sale is what it was, whatever the rates say since")
    void thereAndBackAgain() {
        rate(yesterday, "eur", "0.83", "chf", "0.97");
        comes();
        merchant.tell(story.oldInvoice(1).with("currency", "chf")).processed();
        merchant.tell(story.refundOfInvoice(1, 777).with("currency", "chf")).processed();
        Figures before = story.figures();
        JsonNode sale = story.saleOfInvoice(1);
        merchant.workspace("currency", "eur");
        restated();
        assertThat(story.saleOfInvoice(1).path("currency").asText()).isEqualTo("eur");
        rate(yesterday, "chf", "0.5");

        merchant.workspace("currency", "usd");
        restated();

        assertThat(story.figures()).isEqualTo(before);
        assertThat(story.saleOfInvoice(1)).isEqualTo(sale);
    }

    @Test
    @DisplayName("A sale without a rate for the new currency comes to nothing until there is one, and adds no other currency")
    void aNewCurrencyWithoutARate() {
        merchant.tell(paidOn(story.oldInvoice(1), LONG_AGO, comes())).processed();
        merchant.tell(story.refundOfInvoice(1, 600)).processed();
        merchant.tell(story.oldInvoice(2)).processed();
        rate(yesterday, "eur", "0.8");
        merchant.workspace("currency", "eur");
        restated();
        assertThat(merchant.read("/api/workspace").at("/restatement/withoutRate").asLong()).isPositive();
        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(2, 1600).refunds(1, 0));
        assertThat(story.saleOfInvoice(1).path("exchangeRate").isNull()).isTrue();

        rate(LONG_AGO, "eur", "0.5");

        await().atMost(30, TimeUnit.SECONDS).until(() -> story.saleOfInvoice(1).path("amount").asLong() == 1000);
        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(2, 2600).refunds(1, 250));
    }

    @ParameterizedTest
    @CsvSource({"jpy, 160, 3200", "kwd, 0.25, 5000", "isk, 125, 250000", "mga, 4400, 88000"})
    @DisplayName("A workspace in a currency with other digits")
    void aWorkspaceWithOtherDigits(String currency, String perDollar, long sale) {
        rate(yesterday, currency, perDollar);
        merchant.workspace("currency", currency);
        comes();

        Settled told = merchant.tell(story.oldInvoice(1)).processed();
        merchant.tell(story.refundOfInvoice(1, 2400)).processed();

        assertThat(told.amounts("sale")).containsExactly(sale);
        assertThat(story.saleOfInvoice(1).path("currency").asText()).isEqualTo(currency);
        assertThat(story.saleOfInvoice(1).path("netAmount").asLong()).isZero();
        assertThat(story.earnings()).containsExactly(0L);
    }

    @Test
    @DisplayName("Between two currencies of which neither is the dollar")
    void acrossTheDollar() {
        rate(yesterday, "eur", "0.8", "gbp", "0.64");
        merchant.workspace("currency", "eur");
        comes();

        merchant.tell(story.invoice(1).with("currency", "gbp")).processed();

        assertThat(story.saleOfInvoice(1).path("grossAmount").asLong()).isEqualTo(2500);
        assertThat(story.saleOfInvoice(1).at("/exchangeRate/rate").asText()).isEqualTo("1.25");
    }

    @Test
    @DisplayName("A buyer who pays in dollars to an account in euros: the account's euros, in our dollars")
    void adaptivePricingOfAnAccountInEuros() {
        rate(yesterday, "eur", "0.8");

        Settled told = merchant.tell(Story.priced(story.checkout(), 2600, 433).ofVersion("2024-06-20")
                .with("currency_conversion", Map.of("source_currency", "eur", "amount_total", 2380,
                        "amount_subtotal", 1984, "fx_rate", "1.0924"))
                .with("client_reference_id", story.reference())).processed();

        assertThat(told.amounts("sale")).containsExactly(2480L);
        assertThat(story.sale().path("countedAmount").asLong()).isEqualTo(1984);
        assertThat(story.sale().path("countedCurrency").asText()).isEqualTo("eur");
        assertThat(story.sale().path("originalAmount").asLong()).isEqualTo(2600);
        assertThat(story.sale().path("originalCurrency").asText()).isEqualTo("usd");
    }

    @Test
    @DisplayName("An amount that is beyond all counting in the workspace's currency is said so and leaves nothing")
    void beyondAllCounting() {
        rate(yesterday, "lbp", "89500", "kwd", "0.3");
        merchant.workspace("currency", "lbp");
        comes();

        merchant.tell(Story.priced(story.invoice(1), 1_000_000_000_000_000L, 0).with("currency", "kwd"))
                .ignored("malformed_object").did();

        assertThat(story.figures()).isEqualTo(LEAD);
    }

    /** @return when all sales are stated in the currency that was chosen */
    private void restated() {
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> !merchant.read("/api/workspace").at("/restatement/finishedAt").isNull());
        JsonNode restatement = merchant.read("/api/workspace").path("restatement");
        assertThat(restatement.path("currency")).isEqualTo(merchant.read("/api/workspace").path("currency"));
        assertThat(restatement.path("restated").asLong() + restatement.path("withoutRate").asLong())
                .isEqualTo(restatement.path("sales").asLong()).isPositive();
    }

    private List<String> commissions() {
        return story.commissions().stream().map(commission -> commission.path("currency").asText() + " "
                + commission.path("earnings").asLong()).toList();
    }

    /** @return the buyer's click */
    private String comes() {
        String click = story.click();
        merchant.tell(story.customerCreated(click)).processed();
        return click;
    }

    /** Sets rates for one dollar. @param currenciesAndRates by turns */
    private void rate(LocalDate day, Object... currenciesAndRates) {
        Merchant.ok(merchant.api().put(RATES, Api.object("base", "USD", "asOf", day.toString(),
                "rates", Api.object(currenciesAndRates), "confirm", true)));
        for (int i = 0; i < currenciesAndRates.length; i += 2) {
            set.add((String) currenciesAndRates[i]);
        }
    }

    /** @param click what the payment itself names: it is of today, and would be too late otherwise */
    private static StripeEvent paidOn(StripeEvent event, LocalDate day, String click) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return event.with("status_transitions.paid_at", noon.getEpochSecond()).metadata(Vocabulary.DUB.clickIdKey, click);
    }
}
