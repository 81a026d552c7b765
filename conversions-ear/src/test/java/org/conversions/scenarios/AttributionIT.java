package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The click that a payment goes back to when a buyer came by several links, each of another partner. */
class AttributionIT {

    private static final Figures CLICK = Figures.NONE.clicks(1);
    private static final Figures LEAD = CLICK.leads(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Merchant merchant = Merchant.of(AttributionIT.class);

    @AfterEach
    void asAtFirst() {
        merchant.workspaceAsAtFirst();
        merchant.stripeSettingsAsAtFirst();
    }

    @ParameterizedTest(name = "{0}, the invoice first: {1}")
    @CsvSource({"DUB, true", "DUB, false", "CODEQR, true", "CODEQR, false"})
    @DisplayName("A known buyer who pays by another partner's payment link credits that partner")
    void thePaymentLinkOfAKnownBuyer(Vocabulary words, boolean invoiceFirst) {
        Story known = merchant.story(words);
        cameAMinuteAgo(known);
        Story link = merchant.story(words);
        StripeEvent session = known.subscriptionCheckout().with("client_reference_id", link.reference());
        StripeEvent invoice = known.invoice(1);

        merchant.tell(invoiceFirst ? invoice : session).processed();
        merchant.tell(invoiceFirst ? session : invoice).processed();

        assertThat(known.figures()).isEqualTo(LEAD);
        assertThat(link.figures()).isEqualTo(CLICK.buyers(1).sales(1, 2000));
        assertThat(known.earnings()).allMatch(earned -> earned == 0);
        assertThat(link.earnings()).containsExactly(400L);
        assertThat(known.buyer().path("sales").asLong()).isEqualTo(1);
        assertThat(known.saleOfInvoice(1).path("linkId").asText()).isEqualTo(link.linkId);
        assertThat(known.saleOfInvoice(1).path("attribution").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"last-click, false", "first-click, true"})
    @DisplayName("By the workspace's model renewals go back to the last or the first click, as the purchase does")
    void theModel(String model, boolean first) {
        merchant.workspace("attributionModel", model);
        Story one = merchant.story(Vocabulary.DUB);
        cameAMinuteAgo(one);
        Story other = merchant.story(Vocabulary.DUB);
        merchant.tell(one.subscriptionCheckout().with("client_reference_id", other.reference())).processed();

        merchant.tell(one.invoice(2)).processed();

        Story credited = first ? one : other;
        assertThat(one.figures()).isEqualTo(first ? LEAD.buyers(1).sales(2, 4000) : LEAD);
        assertThat(other.figures()).isEqualTo(first ? CLICK : CLICK.buyers(1).sales(2, 4000));
        assertThat(credited.earnings()).containsExactly(400L, 400L);
    }

    @Test
    @DisplayName("A sale that was recorded keeps its click when the model changes")
    void aChangeOfTheModelChangesNothingThatWas() {
        Story one = merchant.story(Vocabulary.DUB);
        cameAMinuteAgo(one);
        Story other = merchant.story(Vocabulary.DUB);
        merchant.tell(one.subscriptionCheckout().with("client_reference_id", other.reference())).processed();

        merchant.workspace("attributionModel", "first-click");
        merchant.tell(one.invoice(2)).processed();

        assertThat(other.figures()).isEqualTo(CLICK.buyers(1).sales(1, 2000));
        assertThat(one.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2000));
    }

    @Test
    @DisplayName("A sale keeps its click when the model changes and another click is named afterwards")
    void aChangeOfTheModelAndALaterClick() throws InterruptedException {
        Story one = merchant.story(Vocabulary.DUB);
        cameAMinuteAgo(one);
        Story other = merchant.story(Vocabulary.DUB);
        merchant.tell(one.customerCreated(other.click()).as("customer.updated")).processed();
        merchant.tell(one.invoice(1)).processed();
        assertThat(one.saleOfInvoice(1).path("linkId").asText()).isEqualTo(other.linkId);
        Thread.sleep(1_000); // in another second than the payment

        merchant.workspace("attributionModel", "first-click");
        Story third = merchant.story(Vocabulary.DUB);
        merchant.tell(one.customerCreated(third.click()).as("customer.updated")).processed();

        assertThat(one.saleOfInvoice(1).path("linkId").asText()).isEqualTo(other.linkId);
        assertThat(other.earnings()).containsExactly(400L);
        assertThat(one.earnings()).isEmpty();
    }

    @Test
    @DisplayName("A click that comes after a payment moves what is paid later, not what was paid")
    void aLaterClick() {
        Story one = merchant.story(Vocabulary.DUB);
        cameAMinuteAgo(one);
        merchant.tell(one.invoice(1)).processed();
        Story other = merchant.story(Vocabulary.DUB);
        Instant month = Instant.now().plusSeconds(30L * 24 * 3600);
        merchant.tell(one.customerCreated(other.click()).as("customer.updated").madeAt(month.minusSeconds(3600)))
                .processed();

        merchant.tell(one.invoice(2).madeAt(month)).processed();

        assertThat(one.saleOfInvoice(1).path("linkId").asText()).isEqualTo(one.linkId);
        assertThat(one.saleOfInvoice(2).path("linkId").asText()).isEqualTo(other.linkId);
        assertThat(one.earnings()).containsExactly(400L);
        assertThat(other.earnings()).containsExactly(400L);
    }

    @Test
    @DisplayName("A payment that was made before any click brought the buyer is nobody's, until an older click is named")
    void thePaymentsOfBefore() throws InterruptedException {
        Story buyer = merchant.story(Vocabulary.DUB);
        String click = buyer.click();
        Thread.sleep(1_000); // in another second than the payment
        StripeEvent paid = buyer.invoice(1);
        merchant.tell(paid).waiting("customer_unknown");
        Thread.sleep(1_000);
        Story later = merchant.story(Vocabulary.DUB);
        later.lead(later.click(), buyer.externalId);
        merchant.tell(buyer.customerCreated().metadata("dubCustomerExternalId", buyer.externalId)).processed();

        await("another look").atMost(PATIENCE).until(() -> !merchant.stored(paid).state().equals("waiting"));
        merchant.settled(paid).ignored("clicked_later").did();
        assertThat(later.figures()).isEqualTo(LEAD);

        buyer.lead(click);
        merchant.processed(paid).did("sale", "commission");
        assertThat(buyer.saleOfInvoice(1).path("linkId").asText()).isEqualTo(buyer.linkId);
        assertThat(buyer.earnings()).containsExactly(400L);
        assertThat(later.earnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"last-click, false", "first-click, false", "last-click, true", "first-click, true"})
    @DisplayName("By last click the click that a purchase names goes before a newer one of the buyer's")
    void theClickThatThePurchaseNames(String model, boolean leadLast) {
        merchant.workspace("attributionModel", model);
        Story named = merchant.story(Vocabulary.DUB);
        String reference = named.reference();
        Story newer = merchant.story(Vocabulary.DUB);
        StripeEvent paid = named.checkout().with("client_reference_id", reference)
                .metadata("dubCustomerExternalId", named.externalId);
        Runnable leads = () -> merchant.tell(named.customerCreated(newer.click()).madeAt(Instant.now()
                .minusSeconds(60))).processed();
        if (!leadLast) {
            leads.run();
        }
        merchant.tell(paid).processed();
        if (leadLast) {
            leads.run();
        }

        assertThat(named.sale().path("linkId").asText()).isEqualTo(named.linkId);
        assertThat(named.figures().sales()).isEqualTo(1);
        assertThat(named.earnings()).containsExactly(400L);
        assertThat(newer.figures().sales()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A click that is older than the window brings nobody new, and leaves a known buyer's click alone")
    void theWindow(Vocabulary words) {
        merchant.workspace("attributionWindowDays", 30);
        Story known = merchant.story(words);
        merchant.tell(known.customerCreated(known.click())).processed();
        Story link = merchant.story(words);
        Instant late = Instant.now().plus(Duration.ofDays(31));

        merchant.tell(link.checkout().with("client_reference_id", link.reference()).madeAt(late))
                .waiting("attribution_window_expired").did();
        merchant.tell(known.checkout().with("client_reference_id", link.reference()).madeAt(late)).processed()
                .did("sale", "commission");

        assertThat(link.figures()).isEqualTo(Figures.NONE.clicks(2));
        assertThat(known.sale().path("linkId").asText()).isEqualTo(known.linkId);
        assertThat(known.earnings()).containsExactly(400L);
    }

    @Test
    void onTheLastDayOfTheWindowAClickStillCounts() {
        Story story = merchant.story(Vocabulary.DUB);

        merchant.tell(story.checkout().with("client_reference_id", story.reference())
                .madeAt(Instant.now().plus(Duration.ofDays(90)).minusSeconds(5))).processed()
                .did("customer", "lead", "sale", "commission");

        assertThat(story.earnings()).containsExactly(400L);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A click in client_reference_id goes before one in the metadata")
    void theReferenceGoesFirst(Vocabulary words) {
        Story other = merchant.story(words);
        Story story = merchant.story(words);

        merchant.tell(story.checkout().with("client_reference_id", story.reference())
                .metadata(words.clickIdKey, other.click()).metadata(words.externalIdKey, story.externalId)).processed();

        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2000));
        assertThat(other.figures()).isEqualTo(CLICK);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A payment link's buyer with the Stripe id for a stand-in gets the real id when it comes")
    void theExternalIdComesAfterThePaymentLink(Vocabulary words) {
        Story story = merchant.story(words);
        merchant.tell(story.checkout().with("client_reference_id", story.reference())).processed();
        String id = story.buyerAtStripe().path("id").asText();

        merchant.tell(story.customerCreated().metadata(words.externalIdKey, story.externalId).as("customer.updated"))
                .processed().did("customer");

        assertThat(story.buyer().path("id").asText()).isEqualTo(id);
        assertThat(story.buyer().path("sales").asLong()).isEqualTo(1);
        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2000));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("A payment link's buyer who turns out to be a lead of the merchant's is that lead")
    void whoTurnsOutToBeKnown(boolean paidFirst) {
        Story known = merchant.story(Vocabulary.DUB);
        known.lead(known.click());
        Story link = merchant.story(Vocabulary.DUB);
        StripeEvent paid = known.checkout().with("client_reference_id", link.reference());
        StripeEvent named = known.customerCreated().metadata("dubCustomerExternalId", known.externalId)
                .as("customer.updated");
        String merged = null;

        if (paidFirst) {
            merchant.tell(paid).processed().did("customer", "lead", "sale", "commission");
            merged = known.buyerAtStripe().path("id").asText();
            assertThat(link.figures()).isEqualTo(LEAD.buyers(1).sales(1, 2000));
            merchant.tell(named).processed();
        } else {
            merchant.tell(named).processed();
            merchant.tell(paid).processed();
        }

        JsonNode buyer = known.buyer();
        assertThat(buyer.path("sales").asLong()).isEqualTo(1);
        assertThat(buyer.path("saleAmount").asLong()).isEqualTo(2000);
        assertThat(buyer.path("stripeCustomerId").asText()).isEqualTo(known.customer);
        assertThat(buyer.path("name").asText()).isEqualTo("Bea");
        assertThat(known.figures()).as("who led the buyer here").isEqualTo(LEAD);
        assertThat(link.figures()).as("who brought the payment").isEqualTo(CLICK.buyers(1).sales(1, 2000));
        assertThat(link.earnings()).containsExactly(400L);
        assertThat(known.earnings()).isEmpty();
        assertThat(link.leads()).isEmpty();
        assertThat(merchant.api().get("/api/customers/ext_" + known.customer).status()).isEqualTo(404);
        assertThat(known.sale().path("customerId").asText()).isEqualTo(buyer.path("id").asText());
        assertThat(merchant.read("/api/customers?search=" + known.name)).hasSize(1);
        if (paidFirst) {
            assertThat(merchant.read("/api/customers/" + merged)).isEqualTo(buyer);
        }
    }

    @Test
    @DisplayName("What happens to the merged buyer afterwards happens to the known one")
    void afterTheMerger() {
        Story known = merchant.story(Vocabulary.CODEQR);
        known.lead(known.click());
        Story link = merchant.story(Vocabulary.CODEQR);
        merchant.tell(known.subscriptionCheckout().with("client_reference_id", link.reference())).processed();
        merchant.tell(known.customerCreated().metadata("codeqrCustomerId", known.externalId)).processed();

        merchant.tell(known.invoice(2)).processed().did("sale", "commission");
        merchant.tell(known.invoicePayment(2)).processed();
        merchant.tell(known.refundOfInvoice(2, 1200)).processed().did("refund", "commission");
        merchant.tell(known.subscriptionEnded()).processed().did("churn");

        assertThat(known.buyer().path("sales").asLong()).isEqualTo(2);
        assertThat(known.buyer().path("saleAmount").asLong()).isEqualTo(3000);
        assertThat(known.buyer().path("subscriptionCanceledAt").isNull()).isFalse();
        assertThat(link.figures()).isEqualTo(CLICK.buyers(1).sales(2, 4000).refunds(1, 1000));
        assertThat(link.earnings()).containsExactlyInAnyOrder(400L, 200L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("The trial of a buyer who turns out to be known is the known one's, whichever is reported first")
    void theTrialOfWhoTurnsOutToBeKnown(boolean trialFirst) {
        merchant.stripeSettings("trackFreeTrials", true);
        Story known = merchant.story(Vocabulary.DUB);
        known.lead(known.click());
        Story link = merchant.story(Vocabulary.DUB);
        StripeEvent session = Story.priced(known.subscriptionCheckout(), 0, 0)
                .with("payment_status", "no_payment_required").with("client_reference_id", link.reference());
        StripeEvent trial = known.subscription("trialing");
        StripeEvent named = known.customerCreated().metadata("dubCustomerExternalId", known.externalId);

        merchant.tell(session).processed();
        merchant.tell(trialFirst ? trial : named).processed();
        merchant.tell(trialFirst ? named : trial).processed();
        merchant.tell(known.subscriptionEnded()).processed().did("churn");

        assertThat(known.figures()).isEqualTo(LEAD);
        assertThat(link.figures()).isEqualTo(LEAD);
        assertThat(link.leads()).singleElement().satisfies(lead -> {
            assertThat(lead.path("eventName").asText()).isEqualTo("Started Trial");
            assertThat(lead.at("/customer/externalId").asText()).isEqualTo(known.externalId);
        });
        assertThat(known.buyer().path("subscriptionCanceledAt").isNull()).isFalse();
    }

    @Test
    @DisplayName("Events that wait under any of a buyer's names are placed when one of them is known")
    void waitingUnderAnyName() {
        Story story = merchant.story(Vocabulary.DUB);
        String click = story.click();
        StripeEvent byExternalId = story.checkout().metadata("dubCustomerExternalId", story.externalId);
        StripeEvent byStripeCustomer = story.invoice(2);
        merchant.tell(byStripeCustomer).waiting("customer_unknown");
        merchant.tell(byExternalId).waiting("customer_unknown");

        story.lead(click);

        for (StripeEvent event : List.of(byExternalId, byStripeCustomer)) {
            merchant.processed(event);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(story.figures().sales()).isEqualTo(2));
        assertThat(story.figures()).isEqualTo(LEAD.buyers(1).sales(2, 4000));
    }

    /** Stripe reports whole seconds: what happens within the same one has no order. */
    private void cameAMinuteAgo(Story story) {
        merchant.tell(story.customerCreated(story.click()).madeAt(Instant.now().minusSeconds(60))).processed();
    }
}
