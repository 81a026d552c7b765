package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.conversions.server.ExternalBroker;
import org.conversions.server.ServerAbroad;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The database keeps the record, so the broker may be down at the start, and go, and come back. */
@ResourceLock(ServerAbroad.NAME)
class BrokerDownIT {

    private static final Duration UNTIL_THE_NEXT_RING = Duration.ofSeconds(90);

    @Test
    @DisplayName("While the broker is down webhooks are taken and refunds wait; when it is back they are done once")
    void theBrokerGoesAndComesBack() {
        ExternalBroker broker = ServerAbroad.shared().broker();
        Merchant merchant = Merchant.another(ServerAbroad.shared().server());
        Story before = merchant.story(Vocabulary.DUB);
        merchant.tell(before.checkout().with("client_reference_id", before.reference())).processed();
        StripeEvent first = before.refund(1200);
        merchant.deliver(first);
        done(merchant, first).did("refund", "commission");
        broker.stop();

        Story story = merchant.story(Vocabulary.DUB);
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.invoice(1)).processed().did("sale", "commission");
        merchant.tell(story.invoicePayment(1)).processed();
        StripeEvent refund = story.refundOfInvoice(1, 1200);
        StripeEvent ended = story.subscriptionEnded();
        merchant.deliver(refund, ended);
        inTheQueue(merchant, refund);
        inTheQueue(merchant, ended);
        assertThat(story.figures().refunds()).isZero();

        broker.start();

        done(merchant, refund).did("refund", "commission");
        done(merchant, ended).did("churn");
        assertThat(story.figures())
                .isEqualTo(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000).refunds(1, 1000));
        assertThat(story.earnings()).containsExactly(200L);
        assertThat(before.figures().refunded()).isEqualTo(1000);
    }

    private static void inTheQueue(Merchant merchant, StripeEvent event) {
        await(event.type()).atMost(Duration.ofSeconds(20))
                .until(() -> merchant.stored(event).state().equals("queued"));
    }

    private static Settled done(Merchant merchant, StripeEvent event) {
        await(event.type()).atMost(UNTIL_THE_NEXT_RING)
                .until(() -> merchant.stored(event).state().equals("processed"));
        return merchant.stored(event);
    }
}
