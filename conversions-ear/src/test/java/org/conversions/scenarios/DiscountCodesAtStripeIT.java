package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.server.Api;
import org.conversions.server.FakePromotions;
import org.conversions.server.FakeStripe;
import org.conversions.server.ServerAbroad;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Codes that are made and ended at Stripe, and discounts of which Stripe is asked where they come from. */
@ResourceLock(ServerAbroad.NAME)
class DiscountCodesAtStripeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String CODES = "/v1/promotion_codes";

    private static FakeStripe stripe;
    private static FakePromotions promotions;
    private static Merchant merchant;
    private static String group;
    private static String coupon;

    private final Api api = merchant.api();
    private final Story story = merchant.story(Vocabulary.DUB);

    @BeforeAll
    static void start() {
        stripe = ServerAbroad.shared().stripe();
        promotions = stripe.account().promotions();
        merchant = Merchant.another(ServerAbroad.shared().server());
        stripe.opens(ServerAbroad.PLATFORM_KEY, merchant.stripeAccount());
        coupon = TestWorkspace.unique("coupon");
        group = merchant.read("/api/groups").path(0).path("id").asText();
        Merchant.ok(merchant.api().patch("/api/groups/" + group, object("discount", object("amount", 20, "type", "percentage", "couponId",
                coupon))));
    }

    @AfterEach
    void inOrder() {
        stripe.answerWith(200);
    }

    @Test
    void aCodeIsMadeOfTheNameAndTheDiscountAndTheNextBestWhereItIsTaken() {
        promotions.code("PAT20OFF", "coupon_of_others", Map.of());
        JsonNode made = Merchant.created(create());
        assertThat(made.path("code").asText()).matches("PAT20OFF\\d+");
        Map<String, Object> atStripe = promotions.codes().get(made.path("promotionCodeId").asText());
        assertThat(atStripe).containsEntry("code", made.path("code").asText()).containsEntry("promotion", object("type", "coupon",
                "coupon", coupon)).containsEntry("metadata", Map.of("conversions_link", story.linkId + " 1"));
        assertThat(made.path("discountId").asText()).isEqualTo(merchant.read("/api/groups").path(0).path("discountId").asText());
        FakeStripe.Request asked = last();
        assertThat(asked.header("stripe-account")).isEqualTo(merchant.stripeAccount());
        assertThat(asked.header("idempotency-key")).isNotBlank();

        Merchant.ok(api.delete("/api/discount-codes/" + made.path("id").asText()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(atStripe).containsEntry("active", false));
        JsonNode again = Merchant.created(create("code", made.path("code").asText()));
        assertThat(again.path("promotionCodeId")).as("another one, not the answer of then").isNotEqualTo(made.path("promotionCodeId"));
    }

    @Test
    void oneThatWasMadeAndNeverStoredIsFoundAgain() {
        String text = TestWorkspace.unique("LOST").toUpperCase();
        String lost = promotions.code(text, coupon, Map.of("conversions_link", story.linkId + " 1"));
        assertThat(Merchant.created(create("code", text)).path("promotionCodeId").asText()).isEqualTo(lost);
        Story other = merchant.story(Vocabulary.DUB);
        String theirs = TestWorkspace.unique("THEIRS").toUpperCase();
        promotions.code(theirs, coupon, Map.of());
        refused(409, "code_taken", other, "code", theirs);
    }

    @Test
    void whatTheMerchantMadeIsTakenAndLeftAloneLater() {
        String id = promotions.code(TestWorkspace.unique("OWN").toUpperCase(), "coupon_of_merchant", Map.of());
        JsonNode made = Merchant.created(create("promotionCodeId", id));
        assertThat(made.path("code").asText()).isEqualTo(promotions.codes().get(id).get("code"));
        Merchant.ok(api.post("/api/partners/ban", object("partnerId", story.partnerId, "reason", "fraud")));
        Story other = merchant.story(Vocabulary.DUB);
        refused(422, "promotion_code_unknown", other, "promotionCodeId", "promo_unknown");
        assertThat(promotions.codes().get(id)).containsEntry("active", true);
    }

    @Test
    void whatStripeRefusesIsSaidAndWhileItIsDownNothingIsMadeAndAnEndIsToldLater() {
        JsonNode made = Merchant.created(create("code", TestWorkspace.unique("DOWN").toUpperCase()));
        stripe.answerWith(500);
        Story other = merchant.story(Vocabulary.DUB);
        refused(503, "stripe_unreachable", other);
        Merchant.ok(api.post("/api/partners/ban", object("partnerId", story.partnerId, "reason", "fraud")));
        assertThat(merchant.read("/api/discount-codes?partnerId=" + other.partnerId)).isEmpty();
        stripe.answerWith(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(promotions.codes().get(made.path("promotionCodeId").asText()))
                .containsEntry("active", false));
        Merchant.ok(api.patch("/api/groups/" + group, object("discount", object("amount", 20, "type", "percentage", "couponId", "unknown1"))));
        refused(422, "code_refused", other);
        Merchant.ok(api.patch("/api/groups/" + group, object("discount", null)));
        refused(422, "coupon_missing", other);
        Merchant.ok(api.patch("/api/groups/" + group, object("discount", object("amount", 20, "type", "percentage", "couponId", coupon))));
    }

    @Test
    void anInvoiceThatOnlyNamesItsDiscountsIsThePartnersOnceStripeHasSaidWhereTheyComeFrom() {
        String promotion = Merchant.created(create("code", TestWorkspace.unique("INV").toUpperCase())).path("promotionCodeId").asText();
        String invoice = "in_" + story.name + "_1";
        promotions.purchase("/v1/invoices/" + invoice, object("id", invoice, "object", "invoice", "discounts", List.of(
                object("id", "di_other_" + story.name, "object", "discount", "promotion_code", null)), "lines", object("data", List.of(object(
                        "discounts", List.of(object("id", "di_" + story.name, "object", "discount", "promotion_code", promotion)))))));
        StripeEvent paid = story.invoice(1).with("discounts", List.of("di_other_" + story.name)).with("lines",
                object("data", List.of(object("amount", 2000, "discounts", List.of("di_" + story.name)))));

        merchant.deliver(paid);

        assertThat(merchant.processed(paid).did("customer", "lead", "sale", "commission").event().path("explanation").asText())
                .contains("made with the discount code INV");
        assertThat(stripe.at("/v1/invoices/" + invoice)).singleElement().satisfies(asked -> assertThat(asked.query().toString())
                .contains("discounts"));
        merchant.tell(story.invoice(2).with("discounts", List.of("di_" + story.name))).processed();
        assertThat(stripe.at("/v1/invoices/in_" + story.name + "_2")).as("the same discount is known").isEmpty();
        assertThat(story.earnings()).containsExactly(400L, 400L);
    }

    @Test
    void whoCameByAClickIsNotKeptWaitingAndTheCodeIsFoundAfterwards() {
        Story clicked = merchant.story(Vocabulary.DUB);
        JsonNode code = Merchant.created(create("code", TestWorkspace.unique("LATER").toUpperCase()));
        Merchant.created(api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 50, "discountCodeId",
                code.path("id").asText())));
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(clicked.customerCreated(clicked.click())).processed();
        for (Story each : List.of(story, clicked)) {
            String invoice = "in_" + each.name + "_1";
            promotions.purchase("/v1/invoices/" + invoice, object("id", invoice, "object", "invoice", "discounts", List.of(object("id", "di_"
                    + each.name, "promotion_code", code.path("promotionCodeId").asText()))));
            merchant.tell(each.invoice(1).with("discounts", List.of("di_" + each.name)).madeAt(Instant.now().plusSeconds(3))).processed();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(story.earnings()).as("the code's own terms").containsExactly(1000L));
        assertThat(clicked.earnings()).as("those of the program").containsExactly(400L);
    }

    @Test
    void whileStripeDoesNotSayWhereADiscountComesFromAnUnknownBuyerWaitsForThatAndForBeingKnown() {
        Merchant.created(create("code", TestWorkspace.unique("WAIT").toUpperCase()));
        String click = story.click();
        StripeEvent paid = story.invoice(1).with("discounts", List.of("di_" + story.name)).madeAt(Instant.now().plusSeconds(2));
        merchant.deliver(paid);
        await().atMost(PATIENCE).until(() -> merchant.stored(paid).event().path("explanation").asText().contains("has no such purchase"));
        merchant.stored(paid).waiting("discount_unknown");

        merchant.tell(story.customerCreated(click)).processed();

        await().atMost(PATIENCE).until(() -> merchant.stored(paid).state().equals("processed"));
        assertThat(story.earnings()).containsExactly(400L);
    }

    private Api.Answer create(Object... fields) {
        return create(story, fields);
    }

    private Api.Answer create(Story of, Object... fields) {
        Map<String, Object> body = object("partnerId", of.partnerId, "linkId", of.linkId);
        body.putAll(object(fields));
        return api.post("/api/discount-codes", body);
    }

    private void refused(int status, String reason, Story of, Object... fields) {
        Api.Answer answer = create(of, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Conversions-Reason")).isEqualTo(reason);
        assertThat(answer.body()).doesNotContain(ServerAbroad.PLATFORM_KEY);
    }

    private static FakeStripe.Request last() {
        return stripe.at(CODES).stream().filter(request -> request.method().equals("POST")).reduce((first, later) -> later).orElseThrow();
    }
}
