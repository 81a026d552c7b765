package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The buyer pays in another currency than the merchant asks for; the merchant's is what counts. */
class AdaptivePricingIT {

    private final Merchant merchant = Merchant.of(AdaptivePricingIT.class);

    @AfterEach
    void asAtFirst() {
        merchant.workspaceAsAtFirst();
    }

    @ParameterizedTest(name = "{0} {1} of which {2} tax, of the account {3}: {4}")
    @CsvSource({
        // the buyer's total and tax; the account's total, with tax; what of it is no tax
        "eur, 2380, 380, 2600, 2185",
        "eur, 2380,   0, 2600, 2600",
        "jpy, 1100, 100,  733,  666",
        "gbp,    3,   1,    4,    3",
    })
    @DisplayName("Before 2025-03-31 the conversion names the account's amount, with tax; the session what the buyer saw")
    void oldShape(String currency, long total, long tax, long converted, long sale) {
        Story story = merchant.story(Vocabulary.DUB);

        Settled told = merchant.tell(old(story, currency, total, tax, "usd", converted)).processed();

        assertThat(told.amounts("sale")).containsExactly(sale);
        assertThat(counted(story.sale())).isEqualTo(sale + " usd");
        assertThat(original(story.sale())).isEqualTo(total + " " + currency);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A buyer who pays in dollars to an account in euros paid euros")
    void oldShapeOfAnAccountInEuros(Vocabulary words) {
        merchant.workspace("currency", "eur");
        Story story = merchant.story(words);

        Settled told = merchant.tell(old(story, "usd", 2600, 433, "eur", 2380)).processed()
                .did("customer", "lead", "sale", "commission");

        assertThat(told.amounts("sale")).containsExactly(1984L);
        assertThat(told.amounts("commission")).containsExactly(397L);
        assertThat(told.event().at("/effects/2/currency").asText()).isEqualTo("eur");
        assertThat(story.sale().path("currency").asText()).isEqualTo("eur");
        assertThat(counted(story.sale())).isEqualTo("1984 eur");
        assertThat(original(story.sale())).isEqualTo("2600 usd");
    }

    @Test
    @DisplayName("A conversion into the same currency is none")
    void oldShapeWithoutAnotherCurrency() {
        Story story = merchant.story(Vocabulary.DUB);

        assertThat(merchant.tell(old(story, "usd", 2400, 400, "usd", 9999)).processed().amounts("sale"))
                .containsExactly(2000L);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Since 2025-03-31 the session is in the account's currency; what the buyer saw is kept beside it")
    void newShape(Vocabulary words) {
        Story story = merchant.story(words);

        Settled told = merchant.tell(story.checkout().with("client_reference_id", story.reference())
                .with("presentment_details", Map.of("presentment_currency", "jpy", "presentment_amount", 360_000)))
                .processed();

        assertThat(told.amounts("sale")).containsExactly(2000L);
        assertThat(counted(story.sale())).isEqualTo("2000 usd");
        assertThat(original(story.sale())).isEqualTo("360000 jpy");
        assertThat(original(story.sales().get(0).path("sale"))).isEqualTo("360000 jpy");
        assertThat(merchant.read("/api/sales?currency=jpy&linkId=" + story.linkId)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("The invoice of the same purchase, which knows nothing of it, leaves what the buyer saw")
    void sessionAndInvoice(boolean invoiceFirst) {
        Story story = merchant.story(Vocabulary.DUB);
        merchant.tell(story.customerCreated(story.click())).processed();
        StripeEvent session = story.subscriptionCheckout()
                .with("presentment_details", Map.of("presentment_currency", "cad", "presentment_amount", 2055));

        merchant.tell(invoiceFirst ? story.invoice(1) : session).processed();
        merchant.tell(invoiceFirst ? session : story.invoice(1)).processed();

        assertThat(counted(story.saleOfInvoice(1))).isEqualTo("2000 usd");
        assertThat(original(story.saleOfInvoice(1))).isEqualTo("2055 cad");
    }

    @Test
    @DisplayName("A refund in the buyer's currency takes the same share of the sale")
    void refundOfTheOldShape() {
        Story story = merchant.story(Vocabulary.DUB);
        merchant.tell(old(story, "eur", 2380, 380, "usd", 2600)).processed();

        merchant.tell(story.refund(1190).with("amount", 2380).with("currency", "eur")).processed();

        assertThat(story.figures()).isEqualTo(
                Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2185).refunds(1, 1093));
        assertThat(story.earnings()).containsExactly(218L);
    }

    @Test
    @DisplayName("A refund of a converted payment that is reported in the account's currency")
    void refundOfTheNewShape() {
        Story story = merchant.story(Vocabulary.DUB);
        Map<String, Object> shown = Map.of("presentment_currency", "eur", "presentment_amount", 2200);
        merchant.tell(story.checkout().with("client_reference_id", story.reference())
                .with("presentment_details", shown)).processed();

        merchant.tell(story.refund(600).with("presentment_details", shown)).processed();

        assertThat(story.figures().refunded()).isEqualTo(500);
    }

    private static String counted(JsonNode sale) {
        return sale.path("countedAmount").asLong() + " " + sale.path("countedCurrency").asText();
    }

    private static String original(JsonNode sale) {
        return sale.path("originalAmount").asLong() + " " + sale.path("originalCurrency").asText();
    }

    private static StripeEvent old(Story story, String currency, long total, long tax, String source, long converted) {
        return Story.priced(story.checkout(), total, tax).ofVersion("2024-06-20").with("currency", currency)
                .with("currency_conversion", Map.of("source_currency", source, "amount_total", converted,
                        "amount_subtotal", converted, "fx_rate", "0.915385"))
                .with("client_reference_id", story.reference());
    }
}
