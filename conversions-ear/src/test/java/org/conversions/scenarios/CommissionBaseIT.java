package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.conversions.server.Api;
import org.conversions.server.FakeStripe;
import org.conversions.server.ServerAbroad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The amount that a partner's 20 % are of: a sale of 20.00 and its tax, with shipping or without, and less what Stripe kept of it. */
@ResourceLock(ServerAbroad.NAME)
class CommissionBaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static FakeStripe stripe;

    private final Merchant merchant = Merchant.another(ServerAbroad.shared().server());
    private final Story story = merchant.story(Vocabulary.DUB);

    @BeforeAll
    static void start() {
        stripe = ServerAbroad.shared().stripe();
    }

    @Test
    void shippingComesOffAndOfARefundTheSameShareIsTakenBack() {
        assertThat(base("net_without_shipping").path("commissionBase").asText()).isEqualTo("net_without_shipping");
        merchant.tell(story.checkout().with("client_reference_id", story.reference()).with("amount_total", 2975)
                .with("total_details", Map.of("amount_discount", 0, "amount_shipping", 500, "amount_tax", 475))
                .with("shipping_cost", Map.of("amount_subtotal", 500, "amount_tax", 95, "amount_total", 595))).processed();
        JsonNode made = only();
        assertThat(made.path("amount").asLong()).isEqualTo(2500);
        assertThat(made.path("earnings").asLong()).isEqualTo(400);
        assertThat(made.path("base").toString()).isEqualTo("{\"kind\":\"net_without_shipping\",\"amount\":2000,\"unknown\":false}");

        pause();
        base("net");
        merchant.tell(story.refund(1200)).processed();
        assertThat(only().path("earnings").asLong()).as("what was decided stays decided").isEqualTo(200);
    }

    @Test
    void aFeeComesOffOnceStripeHasSaidIt() {
        stripe.opens(ServerAbroad.PLATFORM_KEY, merchant.stripeAccount());
        base("net_without_fees");
        String payment = "pi_" + story.name + "_1";
        String invoice = "in_" + story.name + "_1";
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.invoice(1)).processed();
        assertThat(only().path("earnings").asLong()).as("not known yet").isEqualTo(400);
        assertThat(only().at("/base/unknown").asBoolean()).isTrue();

        stripe.settled(payment, 2400, 120);
        stripe.paid(payment, invoice, 2400);
        merchant.tell(story.invoice(2)).processed();
        stripe.settled("pi_" + story.name + "_2", 1200, 60);
        stripe.paid("pi_" + story.name + "_2", "in_" + story.name + "_2", 2400);
        await().atMost(PATIENCE).until(() -> merchant.read("/api/commissions?invoiceId=in_" + story.name + "_2").path(0)
                .path("earnings").asLong() == 376);
        JsonNode second = merchant.read("/api/commissions?invoiceId=in_" + story.name + "_2").path(0);
        assertThat(second.path("amount").asLong()).isEqualTo(2000);
        assertThat(second.path("base").toString()).isEqualTo("{\"kind\":\"net_without_fees\",\"amount\":1880,\"unknown\":false}");
        assertThat(merchant.read("/api/commissions/" + second.path("id").asText()).path("entries").findValuesAsText("kind"))
                .containsExactly("earned", "corrected");
    }

    @Test
    void withoutAKeyThatCanAskTheWholeSaleCounts() {
        base("net_without_fees");
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.invoice(1)).processed();
        assertThat(only().path("earnings").asLong()).isEqualTo(400);
        assertThat(only().at("/base/unknown").asBoolean()).isTrue();
    }

    /** A change is dated by whole seconds, as Stripe's times are. */
    private static void pause() {
        try {
            Thread.sleep(1_100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode base(String base) {
        return Merchant.ok(merchant.api().patch("/api/program", Api.object("commissionBase", base)));
    }

    private JsonNode only() {
        JsonNode all = merchant.read("/api/commissions");
        assertThat(all).hasSize(1);
        return all.path(0);
    }
}
