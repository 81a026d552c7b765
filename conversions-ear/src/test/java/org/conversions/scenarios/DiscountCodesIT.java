package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.conversions.api.Errors;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Purchases with a code of a partner's, from a buyer who came by no click, and by one. */
@OnBothDatabases
class DiscountCodesIT {

    private final Merchant merchant = Merchant.of(DiscountCodesIT.class);
    private final Api api = merchant.api();
    private final Story story = merchant.story(Vocabulary.DUB);
    private final String promotion = TestWorkspace.unique("promo_");
    private final JsonNode code = code(story, promotion);

    @AfterEach
    void noRewardsOfCodes() {
        merchant.read("/api/rewards").forEach(reward -> {
            if (!reward.path("discountCodeId").isNull() || reward.path("event").asText().equals("lead")) {
                Merchant.ok(api.delete("/api/rewards/" + reward.path("id").asText()));
            }
        });
    }

    @Test
    void aPurchaseWithACodeAndNoClickIsThePartnersAndSaysSo() {
        Merchant.created(api.post("/api/rewards", object("event", "lead", "type", "flat", "amountInCents", 300)));
        StripeEvent paid = discounted(story.checkout());

        Settled settled = merchant.tell(paid).processed().did("customer", "lead", "commission", "sale", "commission");

        assertThat(settled.event().path("explanation").asText()).contains("made with the discount code " + code.path("code").asText());
        assertThat(story.figures()).isEqualTo(Figures.NONE.leads(1).buyers(1).sales(1, 2000));
        assertThat(story.earnings()).containsExactly(400L, 300L);
        assertThat(story.buyerAtStripe().path("country").isNull()).isTrue();
        assertThat(story.sale().path("attribution").asText()).isEqualTo("The one discount code that brought the buyer, as no click did");
        StripeEvent renewal = story.invoice(2);
        merchant.tell(renewal).processed();
        assertThat(story.earnings()).as("what is bought later goes back to the code, too").containsExactly(400L, 400L, 300L);
    }

    @Test
    void guestsAreBroughtToo() {
        merchant.tell(discounted(story.guestCheckout())).processed().did("customer", "lead", "sale", "commission");
        assertThat(story.earnings()).containsExactly(400L);
        Story another = merchant.story(Vocabulary.DUB);
        merchant.tell(another.guestCheckout().with("discounts", List.of(object("promotion_code", TestWorkspace.unique("promo_")))))
                .ignored("guest_checkout");
    }

    @Test
    void ofACodeAndAClickOfDifferentPartnersTheClickWins() {
        Story clicked = merchant.story(Vocabulary.DUB);
        StripeEvent paid = discounted(clicked.checkout()).with("client_reference_id", clicked.reference());
        assertThat(merchant.tell(paid).processed().event().path("explanation").asText())
                .contains("whose partner is not credited, as a click brought the buyer");
        assertThat(clicked.earnings()).containsExactly(400L);
        assertThat(story.earnings()).isEmpty();

        Story signedUp = merchant.story(Vocabulary.DUB);
        signedUp.lead(signedUp.click());
        merchant.tell(discounted(signedUp.checkout()).metadata("dubCustomerExternalId", signedUp.externalId)
                .madeAt(Instant.now().plusSeconds(2))).processed();
        assertThat(signedUp.earnings()).containsExactly(400L);
        assertThat(story.earnings()).isEmpty();
    }

    /** A checkout with the code, its first invoice and a renewal that names none, in each order. */
    static List<List<Integer>> orders() {
        return List.of(List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 0, 1), List.of(2, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whicheverEventComesFirst(List<Integer> order) {
        Story clicked = merchant.story(Vocabulary.DUB);
        String click = clicked.click();
        Instant begin = Instant.now().plusSeconds(1);
        List<StripeEvent> events = List.of(discounted(story.subscriptionCheckout()).madeAt(begin),
                story.oldInvoice(1).with("discount", object("id", "di_" + story.name, "promotion_code", promotion))
                        .with("discounts", List.of("di_" + story.name)).madeAt(begin.plusSeconds(3)),
                story.oldInvoice(2).madeAt(begin.plusSeconds(60)));
        for (int next : order) {
            merchant.deliver(events.get(next));
        }
        events.forEach(merchant::processed);

        assertThat(story.figures()).isEqualTo(Figures.NONE.leads(1).buyers(1).sales(2, 4000));
        assertThat(story.earnings()).containsExactly(400L, 400L);
        List<JsonNode> sales = story.sales();
        assertThat(sales).allMatch(sale -> sale.path("click").path("id").asText().equals(sales.get(0).path("click").path("id").asText()));
        assertThat(story.leads()).singleElement().satisfies(lead ->
                assertThat(Instant.parse(lead.path("timestamp").asText())).isEqualTo(begin.truncatedTo(ChronoUnit.SECONDS)));

        // A click from before the first purchase that was named before it, and becomes known at last.
        StripeEvent late = story.customerCreated(click).madeAt(begin);
        merchant.tell(late).processed();
        assertThat(clicked.earnings()).containsExactly(400L, 400L);
        assertThat(story.earnings()).as("taken back").allMatch(earned -> earned == 0);
    }

    @Test
    void aCodeHasTermsOfItsOwn() {
        JsonNode reward = Merchant.created(api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 50,
                "discountCodeId", code.path("id").asText())));
        assertThat(reward.path("discountCodeId")).isEqualTo(code.path("id"));
        Errors.isError(api.post("/api/rewards", object("event", "sale", "type", "flat", "amountInCents", 5, "discountCodeId",
                code.path("id").asText())), 409);
        Errors.isError(api.post("/api/rewards", object("event", "sale", "type", "flat", "amountInCents", 5, "discountCodeId", "dcode_x")), 422);
        Errors.isError(api.patch("/api/rewards/" + reward.path("id").asText(), object("discountCodeId", "dcode_x")), 422);
        Instant later = Instant.now().plusSeconds(2);
        merchant.tell(discounted(story.checkout()).madeAt(later)).processed();
        assertThat(story.earnings()).containsExactly(1000L);
        // By a click of the same partner, and with the code: its terms. Without it: those of the group.
        StripeBuyer other = new StripeBuyer(Vocabulary.DUB);
        merchant.tell(discounted(other.checkout()).with("client_reference_id", story.reference()).madeAt(later.plusSeconds(2))).processed();
        StripeBuyer third = new StripeBuyer(Vocabulary.DUB);
        merchant.tell(third.checkout().with("client_reference_id", story.reference()).madeAt(later.plusSeconds(4))).processed();
        assertThat(story.earnings()).containsExactlyInAnyOrder(1000L, 1000L, 400L);
    }

    @Test
    void aCodeThatIsOutOfUseAtStripeIsNotForgottenAndOneThatIsEndedHereStopsCounting() {
        StripeEvent used = StripeEvent.of("promotion_code.updated", "promotion_code", promotion).with("active", false)
                .with("code", code.path("code").asText()).madeAt(Instant.now().plusSeconds(5));
        merchant.tell(used).processed();
        merchant.tell(used.as("promotion_code.updated").with("active", true).madeAt(Instant.now().minus(Duration.ofMinutes(1)))).processed();
        assertThat(merchant.read("/api/discount-codes?partnerId=" + story.partnerId).path(0).path("active").asBoolean(true))
                .as("the newer report stands").isFalse();
        merchant.tell(discounted(story.checkout())).processed();
        assertThat(story.earnings()).containsExactly(400L);

        Merchant.ok(api.delete("/api/discount-codes/" + code.path("code").asText().toLowerCase()));
        Errors.isError(api.delete("/api/discount-codes/" + code.path("id").asText()), 404);
        assertThat(merchant.read("/api/discount-codes?partnerId=" + story.partnerId)).isEmpty();
        StripeBuyer late = new StripeBuyer(Vocabulary.DUB);
        merchant.tell(discounted(late.checkout()).madeAt(Instant.now().plusSeconds(5))).waiting("customer_unknown");
        StripeBuyer before = new StripeBuyer(Vocabulary.DUB);
        merchant.tell(discounted(before.checkout()).madeAt(Instant.parse(code.path("createdAt").asText()))).processed();
        assertThat(story.earnings()).as("paid while the code counted").containsExactly(400L, 400L);
    }

    @Test
    void aBanAndALeaveEndTheCodes() {
        Merchant.ok(api.post("/api/partners/deactivate", object("partnerId", story.partnerId)));
        assertThat(merchant.read("/api/discount-codes?partnerId=" + story.partnerId)).isEmpty();
        Story banned = merchant.story(Vocabulary.DUB);
        code(banned, TestWorkspace.unique("promo_"));
        Merchant.ok(api.post("/api/partners/ban", object("partnerId", banned.partnerId, "reason", "fraud")));
        assertThat(merchant.read("/api/discount-codes?partnerId=" + banned.partnerId)).isEmpty();
        refused(409, "partner_not_active", object("code", "X1", "promotionCodeId", "promo_x", "partnerId", banned.partnerId, "linkId",
                banned.linkId));
    }

    @Test
    void aLinkHasOneCodeAndACodeOneLink() {
        Story other = merchant.story(Vocabulary.DUB);
        String text = code.path("code").asText();
        Map<String, Object> body = object("code", TestWorkspace.unique("C"), "promotionCodeId", TestWorkspace.unique("promo_"), "partnerId",
                other.partnerId, "linkId", other.linkId);
        refused(409, "code_exists", with(body, "partnerId", story.partnerId, "linkId", story.linkId));
        refused(409, "code_taken", with(body, "code", text.toLowerCase()));
        refused(409, "code_taken", with(body, "promotionCodeId", promotion));
        refused(404, "link_not_found", with(body, "linkId", story.linkId));
        refused(404, "partner_not_found", with(body, "partnerId", "pn_unknown"));
        refused(422, "field_malformed", with(body, "code", "10 % off"));
        refused(422, "field_missing", with(body, "code", null));
        refused(422, "stripe_key_missing", with(body, "promotionCodeId", null));
        refused(422, "field_missing", with(body, "linkId", null));
        assertThat(merchant.read("/api/discount-codes?partnerId=" + other.partnerId)).isEmpty();
        Merchant.created(api.post("/api/discount-codes", body));
        assertThat(merchant.read("/api/discount-codes?mode=sandbox")).isEmpty();
    }

    @Test
    void aGroupHasADiscountAndLosesItsCouponWithIt() {
        String coupon = TestWorkspace.unique("coupon");
        JsonNode group = Merchant.created(api.post("/api/groups", object("name", TestWorkspace.unique("Group "), "discount",
                object("amount", 20, "type", "percentage", "maxDuration", 3, "couponId", coupon))));
        assertThat(group.path("discount").path("couponId").asText()).isEqualTo(coupon);
        String path = "/api/groups/" + group.path("id").asText();
        assertThat(Merchant.ok(api.patch(path, object("name", TestWorkspace.unique("Named ")))).path("discount")).isEqualTo(group.path("discount"));
        merchant.tell(StripeEvent.of("coupon.deleted", "coupon", coupon)).processed();
        assertThat(merchant.read(path).path("discount").path("couponId").isNull()).isTrue();
        assertThat(Merchant.ok(api.patch(path, object("discount", null))).path("discount").isNull()).isTrue();
        Errors.isError(api.patch(path, object("discount", object("amount", 20))), 422);
        merchant.tell(StripeEvent.of("coupon.deleted", "coupon", coupon)).ignored("no_discount_code");
    }

    private JsonNode code(Story of, String promotionCode) {
        return Merchant.created(api.post("/api/discount-codes", object("code", "PAT" + of.name.toUpperCase(), "promotionCodeId",
                promotionCode, "partnerId", of.partnerId, "linkId", of.linkId)));
    }

    private StripeEvent discounted(StripeEvent checkout) {
        return checkout.with("discounts", List.of(object("coupon", "coupon_1", "promotion_code", promotion)));
    }

    private void refused(int status, String reason, Map<String, Object> body) {
        Api.Answer answer = api.post("/api/discount-codes", body);
        Errors.isError(answer, status);
        assertThat(answer.header("Conversions-Reason")).isEqualTo(reason);
    }

    private static Map<String, Object> with(Map<String, Object> body, Object... fields) {
        Map<String, Object> changed = object();
        changed.putAll(body);
        changed.putAll(object(fields));
        return changed;
    }
}
