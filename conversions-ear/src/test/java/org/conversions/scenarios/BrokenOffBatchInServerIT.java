package org.conversions.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.conversions.payout.BatchDrafting;
import org.conversions.payout.BatchStatus;
import org.conversions.payout.BatchSteps;
import org.conversions.payout.BatchView;
import org.conversions.payout.PayoutBatches;
import org.conversions.report.check.SelfCheck;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch of payouts whose call ends before all of it was drafted, or canceled. */
class BrokenOffBatchInServerIT extends InServer {

    @Inject
    private Instance<MerchantInServer> merchants;
    @Inject
    private PayoutBatches batches;
    @Inject
    private BatchDrafting drafting;
    @Inject
    private BatchSteps steps;
    @Inject
    private SelfCheck check;
    @Inject
    private TestClock time;
    @Inject
    private Clock clock;

    @AfterEach
    void now() {
        time.setBack();
    }

    @Test
    void theServerGoesOnWithIt() {
        MerchantInServer merchant = merchants.get();
        StoryInServer story = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        merchant.lead(story.clickId(), story.buyer());
        merchant.tell(List.of(story.buyer().customerCreated().metadata(story.buyer().words.externalIdKey, story.buyer().externalId)
                .madeAt(clock.instant()), story.buyer().oldInvoice(1).madeAt(clock.instant())));
        assertThat(merchant.unsettled()).isEmpty();
        String batch = drafting.begin(merchant.workspaceId(), null, null);
        assertThat(batches.get(merchant.workspaceId(), batch).status()).isEqualTo(BatchStatus.PREPARING);
        time.passes(Duration.ofMinutes(5));
        await().atMost(20, SECONDS).until(() -> batches.get(merchant.workspaceId(), batch).status() == BatchStatus.DRAFT);
        BatchView drafted = batches.get(merchant.workspaceId(), batch);
        assertThat(List.of(drafted.sums().payouts(), drafted.sums().amount())).containsExactly(1, 400L);

        steps.cancel(merchant.workspaceId(), batch);
        time.passes(Duration.ofMinutes(5));
        await().atMost(20, SECONDS).until(() -> amountDue(merchant) == 400);
        assertThat(check.check(Optional.of(merchant.workspaceId()), clock.instant().minus(Duration.ofDays(1)), null).differences()).isEmpty();
    }

    private long amountDue(MerchantInServer merchant) {
        BatchView again = batches.draft(merchant.workspaceId(), null, null);
        batches.cancel(merchant.workspaceId(), again.id());
        return again.sums().amount();
    }
}
