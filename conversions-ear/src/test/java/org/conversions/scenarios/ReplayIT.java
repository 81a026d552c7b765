package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An event may be processed again at any time: what was right stays, what was missing is done. */
@OnBothDatabases
class ReplayIT {

    private final Merchant merchant = Merchant.of(ReplayIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @Test
    void aReplayOfOneChangesNothingThatWasRight() {
        List<StripeEvent> events = tellAll();
        Figures before = story.figures();

        for (StripeEvent event : events) {
            replayed(1, "/api/stripe/events/" + event.id() + "/replay");
            merchant.settled(event).processed();
        }

        assertThat(story.figures()).isEqualTo(before);
        assertThat(story.earnings()).containsExactlyInAnyOrder(200L, 400L);
        assertThat(merchant.stored(events.get(1)).did("sale", "commission").state()).isEqualTo("processed");
    }

    @Test
    void aReplayOfAFilterChangesNothingThatWasRight() {
        List<StripeEvent> events = tellAll();
        Figures before = story.figures();

        replayed(events.size() - 1, "/api/stripe/events/replay?customerId=" + story.customer);
        replayed(1, "/api/stripe/events/replay?objectId=" + events.get(1).objectId() + "&type=invoice.paid");
        replayed(0, "/api/stripe/events/replay?customerId=" + story.customer + "&state=failed");

        events.forEach(merchant::processed);
        assertThat(story.figures()).isEqualTo(before);
        assertThat(story.earnings()).containsExactlyInAnyOrder(200L, 400L);
    }

    @Test
    @DisplayName("A click that was too old is attributed after the window was widened and the event replayed")
    void aReplayCompletesWhatACauseHadPrevented() {
        Instant later = Instant.now().plus(Duration.ofDays(100));
        StripeEvent paid = story.guestCheckout().with("client_reference_id", story.reference()).madeAt(later);
        merchant.tell(paid).ignored("attribution_window_expired").did();
        int days = merchant.read("/api/workspace").path("attributionWindowDays").asInt();
        window(120);
        try {
            replayed(1, "/api/stripe/events/" + paid.id() + "/replay");

            merchant.processed(paid).did("customer", "lead", "sale", "commission");
            assertThat(story.earnings()).containsExactly(400L);
        } finally {
            window(days);
        }
    }

    @Test
    void whatIsNotThereCannotBeReplayed() {
        assertThat(merchant.api().post("/api/stripe/events/evt_nothing/replay", "").status()).isEqualTo(404);
        assertThat(merchant.api().post("/api/stripe/events/replay?state=lost", "").status()).isEqualTo(422);
    }

    private List<StripeEvent> tellAll() {
        List<StripeEvent> events = List.of(story.customerCreated(story.click()), story.invoice(1), story.invoice(2),
                story.invoicePayment(1), story.refundOfInvoice(1, 1200));
        events.forEach(event -> merchant.tell(event).processed());
        return events;
    }

    private void replayed(int count, String path) {
        assertThat(Merchant.ok(merchant.api().post(path, "")).path("replayed").asInt()).isEqualTo(count);
    }

    private void window(int days) {
        Merchant.ok(merchant.api().patch("/api/workspace", Api.object("attributionWindowDays", days)));
    }
}
