package org.conversions.scenarios;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.conversions.conversion.SaleDraft;
import org.conversions.conversion.SaleKind;
import org.conversions.conversion.SaleTeller;
import org.conversions.conversion.Sales;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.money.Money;
import org.conversions.server.InServer;
import org.conversions.statistics.Statistics;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;

/** What two transactions do at the same moment comes to what it would come to one after the other. */
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
    private Statistics statistics;
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

        assertThat(statistics.linkFigures(merchant.workspaceId(), List.of(story.linkId()), Mode.LIVE)
                .get(story.linkId()).conversions()).isEqualTo(1);
    }

    /** Waits. */
    private interface Pause {
        void run() throws InterruptedException;
    }

    /** @param beforeTheCommit when all is written */
    private void buys(CustomerView buyer, String saleKey, Instant at, Pause beforeTheCommit) {
        try {
            transaction.begin();
            sales.record(new SaleDraft(buyer, saleKey, null, SaleKind.ONE_TIME, null, SaleTeller.MERCHANT, "stripe",
                    saleKey, new Money(1_000, "usd"), null, 1_000, null, at, null));
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
