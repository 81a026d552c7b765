package org.conversions.scenarios;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.conversions.click.Clicks;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.money.Money;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.report.total.Totals;
import org.conversions.sale.Sales;
import org.conversions.sale.draft.SaleDraft;
import org.conversions.sale.draft.SaleKind;
import org.conversions.sale.draft.SaleSource;
import org.conversions.server.InServer;
import org.conversions.stripe.inbox.Retention;
import org.conversions.stripe.inbox.view.StripeEventFilter;
import org.conversions.stripe.inbox.view.StripeEvents;
import org.conversions.stripe.payment.PaidSales;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;

/** Two transactions at the same moment come to what they would come to one after the other. */
class AtOnceInServerIT extends InServer {

    /** Shorter than the database waits for a lock. */
    private static final int BETWEEN_MILLIS = 700;

    @Inject
    private MerchantInServer merchant;
    @Inject
    private Customers customers;
    @Inject
    private Sales sales;
    @Inject
    private Totals totals;
    @Inject
    private Clicks clicks;
    @Inject
    private PaidSales payments;
    @Inject
    private Retention retention;
    @Inject
    private StripeEvents events;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Resource
    private ManagedExecutorService threads;
    @Resource
    private UserTransaction transaction;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;

    @Test
    void aBuyerWhoBuysTwiceAtTheSameMomentInDifferentHoursIsOneBuyer() throws Exception {
        StoryInServer story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        merchant.lead(story.clickId(), story.buyer());
        CustomerView buyer = customers.byExternalId(merchant.workspaceId(), Mode.LIVE, story.buyer().externalId)
                .orElseThrow();
        CountDownLatch counted = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> buys(buyer, "first", Instant.now(), () -> {
            counted.countDown();
            other.await(BETWEEN_MILLIS, MILLISECONDS);
        }));
        assertThat(counted.await(20, SECONDS)).isTrue();

        buys(buyer, "second", Instant.now().minus(1, ChronoUnit.HOURS), () -> { });
        other.countDown();
        first.get(20, SECONDS);

        assertThat(totals.linkFigures(merchant.workspaceId(), List.of(new LinkId(story.linkId())), Mode.LIVE)
                .get(new LinkId(story.linkId())).conversions()).isEqualTo(1);
    }

    @Test
    void aRefundIsWorkedOffOnceAndStillHearsWhatComesLater() {
        StoryInServer story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        StripeEvent refund = story.buyer().refundOfInvoice(1, 1200);
        merchant.tell(List.of(story.buyer().customerCreated(story.clickId()), story.buyer().oldInvoice(1)));
        merchant.tell(List.of(refund));
        assertThat(merchant.unsettled()).isEmpty();

        assertThat(database.createNativeQuery("select count(*) from stripe_event where workspace_id = :workspace"
                        + " and type = 'charge.refunded' and state = 'processed' and due_at is null"
                        + " and waiting_for like 'payment:%'", Long.class)
                .setParameter("workspace", merchant.workspaceId()).getSingleResult()).isEqualTo(1L);
    }

    @Test
    void whatIsCommittedOnlyAfterAnEventBeganToWaitForItWakesIt() throws Exception {
        StoryInServer story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        merchant.tell(List.of(story.buyer().customerCreated(story.clickId()), story.buyer().invoice(1)));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch waits = new CountDownLatch(1);
        Future<?> mapping = threads.submit(() -> inTransaction(() -> payments.paid(merchant.workspaceId(), Mode.LIVE,
                "in_" + story.buyer().name + "_1", null, "pi_" + story.buyer().name + "_1"), () -> {
                    written.countDown();
                    waits.await(20, SECONDS);
                }));
        assertThat(written.await(20, SECONDS)).isTrue();

        StripeEvent refund = story.buyer().refundOfInvoice(1, 1200);
        merchant.tell(List.of(refund));
        assertThat(state(refund)).isEqualTo("waiting");
        waits.countDown();
        mapping.get(20, SECONDS);

        await("the refund").pollInSameThread().until(() -> state(refund).equals("processed"));
    }

    private String state(StripeEvent event) {
        return events.find(merchant.workspaceId(), event.id()).orElseThrow().state();
    }

    @Test
    void payloadsAndClicksAreKeptAsLongAsTheSettingsSay() {
        StoryInServer story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        StripeEvent created = story.buyer().customerCreated(story.clickId());
        merchant.tell(List.of(created));

        retention.removePayloads(Instant.now().minus(1, ChronoUnit.HOURS), 500);
        assertThat(events.find(merchant.workspaceId(), created.id()).orElseThrow().payload()).isNotNull();
        while (retention.removePayloads(Instant.now().plusSeconds(1), 500) == 500) {
            // There are more.
        }
        while (clicks.remove(Instant.now().plusSeconds(1), 500) == 500) {
            // There are more.
        }

        assertThat(events.find(merchant.workspaceId(), created.id()).orElseThrow().payload()).isNull();
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> events.replay(merchant.workspaceId(), created.id()));
        assertThat(events.replay(new StripeEventFilter(merchant.workspaceId(), Mode.LIVE, null, null, null, null, null, null, null, null), null)
                .replayed()).isZero();
        assertThat(clicks.byIds(merchant.workspaceId(), List.of(new ClickId(story.clickId())))).isEmpty();
        assertThat(totals.linkFigures(merchant.workspaceId(), List.of(new LinkId(story.linkId())), Mode.LIVE)
                .get(new LinkId(story.linkId())).clicks()).as("figures outlive them").isEqualTo(1);
    }

    /** Waits. */
    private interface Pause {
        void run() throws InterruptedException;
    }

    private void buys(CustomerView buyer, String saleKey, Instant at, Pause beforeTheCommit) {
        inTransaction(() -> sales.record(new SaleDraft(buyer, saleKey,
                new SaleDraft.Report(SaleSource.MERCHANT, SaleKind.ONE_TIME, "stripe", new Money(1_000, "usd"), 1_000, at),
                new SaleDraft.Marks(null, saleKey, null, null, null, null))), beforeTheCommit);
    }

    /** @param beforeTheCommit when all is written */
    private void inTransaction(Runnable work, Pause beforeTheCommit) {
        try {
            transaction.begin();
            work.run();
            registry.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    try {
                        beforeTheCommit.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }

                @Override
                public void afterCompletion(int status) {
                    // Nothing is left to do.
                }
            });
            transaction.commit();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
