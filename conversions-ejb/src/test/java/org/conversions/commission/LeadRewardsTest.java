package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conversions.lead.LeadSource;
import org.conversions.lead.LeadView;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.Attribute;
import org.conversions.reward.Fact;
import org.conversions.reward.PromisedLinks;
import org.conversions.reward.RewardContext;
import org.conversions.reward.RewardFacts;
import org.conversions.reward.RewardTermsInForce;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;

/** Links a1 and a2 are partner A's, b1 is B's, n1 is no partner's; a lead is 5.00, a trial 0 before and 8.00 since the change. */
class LeadRewardsTest {

    private static final RewardTermsInForce PROMISES = PromisedLinks.ofLeads();
    private static final Instant BEFORE = PromisedLinks.BEGUN.plusSeconds(60);
    private static final Instant SINCE = PromisedLinks.CHANGED.plusSeconds(60);

    @Test
    void aPartnerIsRewardedForTheEarliestLeadOfABuyer() {
        LeadView late = lead("1", "a1", "Sign up", LeadSource.TRACKED, 1, SINCE);
        LeadView early = lead("2", "a2", "Demo", LeadSource.TRACKED, 3, BEFORE);
        LeadView others = lead("3", "b1", "Demo", LeadSource.TRACKED, 2, SINCE);
        assertThat(earned(List.of(late))).isEqualTo(Map.of("A", "1: 500"));
        assertThat(earned(List.of(late, early, others))).isEqualTo(Map.of("A", "2: 1500", "B", "3: 1000"));
    }

    @Test
    void aLeadThatEarnsNothingDoesNotUseUpTheReward() {
        LeadView trial = lead("1", "a1", "Started Trial", LeadSource.TRIAL, 4, BEFORE);
        LeadView unrewarded = new LeadView("2", new WorkspaceId("ws_1"), Mode.LIVE, new CustomerId("cus_1"), new LinkId("a1"), new ClickId("click"), null, "Sign up", LeadSource.PAYMENT_LINK,
                1, false, BEFORE.plusSeconds(1));
        LeadView ofNobody = lead("3", "n1", "Demo", LeadSource.TRACKED, 1, BEFORE);
        LeadView tooEarly = lead("4", "a1", "Demo", LeadSource.TRACKED, 1, PromisedLinks.BEGUN.minusSeconds(1));
        assertThat(earned(List.of(trial, unrewarded, ofNobody, tooEarly))).isEmpty();
        assertThat(earned(List.of(trial, unrewarded, ofNobody, tooEarly, lead("5", "a1", "Started Trial", LeadSource.TRIAL, 2, SINCE))))
                .isEqualTo(Map.of("A", "5: 1600"));
    }

    @Test
    void atTheSameMomentTheNameDecidesAndThenWhatIsMore() {
        LeadView demo = lead("2", "a1", "Demo", LeadSource.TRACKED, 1, BEFORE);
        LeadView signUp = lead("1", "a1", "Sign up", LeadSource.TRACKED, 9, BEFORE);
        LeadView three = lead("3", "a1", "Started Trial", LeadSource.TRIAL, 3, SINCE);
        LeadView two = lead("0", "a2", "Started Trial", LeadSource.TRIAL, 2, SINCE);
        assertThat(earned(List.of(signUp, demo))).isEqualTo(Map.of("A", "2: 500"));
        assertThat(earned(List.of(two, three))).isEqualTo(Map.of("A", "3: 2400"));
    }

    @Property
    void theOrderInWhichLeadsAreKnownDoesNotMatter(@ForAll("leads") List<LeadView> leads, @ForAll long seed) {
        List<LeadView> shuffled = new ArrayList<>(leads);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(rewarded(shuffled)).isEqualTo(rewarded(leads));
    }

    @Property
    void aLeadThatIsRewardedEarnsAndNoLeadThatEarnsCameEarlier(@ForAll("leads") List<LeadView> leads) {
        rewarded(leads).forEach((partner, rewarded) -> {
            assertThat(rewarded.earned()).isPositive();
            assertThat(leads).contains(rewarded.lead());
            assertThat(rewarded(leads.stream().filter(lead -> lead.occurredAt().isBefore(rewarded.lead().occurredAt())).toList())).doesNotContainKey(partner);
        });
    }

    @Provide
    Arbitrary<List<LeadView>> leads() {
        return Combinators.combine(Arbitraries.of("a1", "a2", "b1", "n1"), Arbitraries.of("Demo", "Sign up", "Started Trial"),
                Arbitraries.of(LeadSource.TRACKED, LeadSource.TRIAL), Arbitraries.integers().between(1, 5),
                Arbitraries.of(PromisedLinks.BEGUN.minusSeconds(1), BEFORE, BEFORE.plusSeconds(1), SINCE), Arbitraries.integers())
                .as((link, name, source, quantity, at, id) -> lead(String.valueOf(id), link, name, source, quantity, at))
                .list().ofMaxSize(8).uniqueElements(LeadView::id);
    }

    private static Map<String, String> earned(List<LeadView> leads) {
        return rewarded(leads).entrySet().stream().collect(Collectors.toMap(partner -> partner.getKey().value(),
                rewarded -> rewarded.getValue().lead().id() + ": " + rewarded.getValue().earned()));
    }

    private static LeadView lead(String id, String link, String name, LeadSource source, int quantity, Instant at) {
        return new LeadView(id, new WorkspaceId("ws_1"), Mode.LIVE, new CustomerId("cus_1"), new LinkId(link), new ClickId("click"), null, name, source, quantity, true, at);
    }

    private static Map<PartnerId, LeadRewards.Rewarded> rewarded(List<LeadView> leads) {
        return LeadRewards.of(leads, PROMISES, (lead, credit) -> {
            RewardFacts facts = RewardFacts.NONE.with(new Fact(Attribute.CUSTOMER_SOURCE, null), lead.source().customerSource());
            return new Judged(credit.terms().earnings(RewardContext.ofMany(lead.quantity(), facts)), facts);
        });
    }
}
