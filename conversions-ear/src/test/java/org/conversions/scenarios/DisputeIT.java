package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A buyer disputes a payment at the bank: opened it holds the commission, lost it takes it, won it releases it. */
class DisputeIT {

    private static final Figures ONE_SALE = Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000);

    private final Merchant merchant = Merchant.of(DisputeIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);
    /** Figures end now, so that everything has to have happened by then. */
    private final Instant openedAt = Instant.ofEpochSecond(Instant.now().getEpochSecond()).minusSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"needs_response", "under_review", "warning_needs_response", "warning_under_review",
        "appeal_needs_response", "a_word_of_tomorrow"})
    @DisplayName("While a dispute or an inquiry is open the commission is held and no money has moved")
    void anOpenDisputeHoldsTheCommission(String status) {
        merchant.tell(paid()).processed();

        merchant.tell(story.dispute("created", status)).processed().because("dispute_open");

        isHeld(true);
        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.earnings()).containsExactly(400L);
        assertThat(story.sale().path("disputed").asBoolean()).isTrue();
        assertThat(merchant.read("/api/sales?disputed=true&linkId=" + story.linkId)).hasSize(1);
    }

    @Test
    @DisplayName("A dispute that is lost takes the sale and the commission back")
    void aLostDispute() {
        merchant.tell(paid()).processed();
        merchant.tell(opened()).processed();
        merchant.tell(at(1, story.dispute("funds_withdrawn", "needs_response"))).processed().did();

        Settled lost = merchant.tell(closed("lost")).processed();

        assertThat(lost.amounts("refund")).containsExactly(-2000L);
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 2000));
        assertThat(commission().path("status").asText()).isEqualTo("refunded");
        assertThat(story.earnings()).containsExactly(0L);
        assertThat(story.sale().path("disputed").asBoolean()).isFalse();
        assertThat(story.sale().path("entries")).extracting(entry -> entry.path("kind").asText())
                .containsExactlyInAnyOrder("sale", "dispute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"won", "warning_closed", "prevented"})
    @DisplayName("A dispute that is won and an inquiry that is closed release the commission")
    void aDisputeWithoutLoss(String status) {
        merchant.tell(paid()).processed();
        merchant.tell(opened()).processed();
        isHeld(true);

        merchant.tell(closed(status)).processed();

        isHeld(false);
        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.earnings()).containsExactly(400L);
        assertThat(story.sale().path("disputed").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("What was lost and then won on appeal comes back")
    void wonOnAppeal() {
        merchant.tell(paid()).processed();
        merchant.tell(opened()).processed();
        merchant.tell(closed("lost")).processed();

        Settled won = merchant.tell(at(3, story.dispute("funds_reinstated", "won"))).processed();

        assertThat(won.amounts("reversal")).containsExactly(2000L);
        assertThat(story.figures()).isEqualTo(ONE_SALE);
        assertThat(story.earnings()).containsExactly(400L);
        assertThat(commission().path("status").asText()).isEqualTo("pending");
    }

    @Test
    @DisplayName("A dispute that is reported before its sale waits, and the newest word of it counts")
    void beforeItsSale() {
        StripeEvent lost = closed("lost");
        StripeEvent opened = opened();
        merchant.tell(lost).waiting("payment_unknown").did();
        merchant.tell(opened).waiting("payment_unknown").did();

        merchant.tell(paid()).processed();

        merchant.processed(lost);
        merchant.processed(opened);
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 2000));
        assertThat(story.earnings()).containsExactly(0L);
        assertThat(story.sale().path("disputed").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("An older word that comes after a newer one changes nothing")
    void aStaleUpdate() {
        merchant.tell(paid()).processed();
        merchant.tell(closed("won")).processed();

        merchant.tell(opened()).processed().did();
        merchant.tell(at(1, story.dispute("updated", "under_review"))).processed().did();

        isHeld(false);
        assertThat(story.sale().path("disputed").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("Opened and closed in the same second, in either order, it is closed")
    void withinOneSecond() {
        for (boolean closedFirst : List.of(true, false)) {
            Story buyer = merchant.story(Vocabulary.DUB);
            merchant.tell(buyer.checkout().with("client_reference_id", buyer.reference())).processed();
            StripeEvent opened = buyer.dispute("created", "needs_response").madeAt(openedAt);
            StripeEvent lost = buyer.dispute("closed", "lost").madeAt(openedAt);

            merchant.tell(closedFirst ? lost : opened).processed();
            merchant.tell(closedFirst ? opened : lost).processed();

            assertThat(buyer.figures()).isEqualTo(ONE_SALE.refunds(1, 2000));
            assertThat(buyer.sale().path("disputed").asBoolean()).isFalse();
        }
    }

    @Test
    @DisplayName("Half refunded, then all of it disputed and lost: never more than everything")
    void refundedAndDisputed() {
        merchant.tell(paid()).processed();
        merchant.tell(story.refund(1200)).processed();
        merchant.tell(opened()).processed();

        merchant.tell(closed("lost")).processed();

        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(2, 2000));
        assertThat(story.earnings()).containsExactly(0L);
    }

    @Test
    @DisplayName("A dispute of a part takes that part")
    void ofAPart() {
        merchant.tell(paid()).processed();
        merchant.tell(opened().with("amount", 600)).processed();

        merchant.tell(closed("lost").with("amount", 600)).processed();

        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 500));
        assertThat(story.earnings()).containsExactly(300L);
        isHeld(false);
    }

    @Test
    void anInvoicesDisputeFindsItByThePayment() {
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.invoice(1)).processed();
        StripeEvent lost = closed("lost").with("charge", "ch_" + story.name + "_1")
                .with("payment_intent", "pi_" + story.name + "_1");
        merchant.tell(lost).waiting("payment_unknown");

        merchant.tell(story.invoicePayment(1)).processed();

        merchant.processed(lost);
        assertThat(story.figures()).isEqualTo(ONE_SALE.refunds(1, 2000));
    }

    @Test
    void aDisputeOfSomethingElseHarmsNobody() {
        merchant.tell(paid()).processed();

        merchant.tell(closed("lost").with("id", "dp_else_" + story.name).with("charge", "ch_else_" + story.name)
                .with("payment_intent", null)).waiting("payment_unknown").did();

        assertThat(story.figures()).isEqualTo(ONE_SALE);
        isHeld(false);
    }

    @Test
    void aDisputeWithoutAStatusIsSaidSo() {
        merchant.tell(story.dispute("created", null)).ignored("malformed_object").did();
    }

    private StripeEvent paid() {
        return story.checkout().with("client_reference_id", story.reference());
    }

    private StripeEvent opened() {
        return at(0, story.dispute("created", "needs_response"));
    }

    private StripeEvent closed(String status) {
        return at(2, story.dispute("closed", status));
    }

    /** @param seconds after it was opened */
    private StripeEvent at(int seconds, StripeEvent event) {
        return event.madeAt(openedAt.plusSeconds(seconds));
    }

    private void isHeld(boolean held) {
        assertThat(commission().path("status").asText()).isEqualTo(held ? "hold" : "pending");
    }

    private JsonNode commission() {
        assertThat(story.commissions()).hasSize(1);
        return story.commissions().get(0);
    }
}
