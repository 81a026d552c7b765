package org.conversions.bounty;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.partner.MoveRule;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.Ids;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.PartnerId;
import org.conversions.reward.PartnerCounts;
import org.conversions.workspace.Mode;

/**
 * Looks at the figures of partners for performance bounties: once when a bounty begins, because what came before may not count, and
 * then time after time until it ends, and once after that. In steps of some partners; the progress stands with the bounty.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
class PerformanceRounds {

    static final int STEP_MAX = 100;
    static final Duration ROUND_EVERY = Duration.ofMinutes(15);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Partners partners;
    @Inject
    private PartnerCounts counts;

    /** Looks at some partners. @return false when nothing is due */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean step() {
        List<?> rows = database.createNativeQuery("select b.* from bounty b where b.due_at > :longAgo and b.due_at <= :now"
                        + " order by b.due_at limit 1 for update skip locked", Bounty.class)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        rows.stream().findFirst().map(Bounty.class::cast).ifPresent(this::step);
        return !rows.isEmpty();
    }

    private void step(Bounty bounty) {
        Instant now = clock.instant();
        List<PartnerView> page = partners.notBannedAfter(bounty.workspaceId, bounty.programId, bounty.cursorId, STEP_MAX);
        look(bounty, page.stream().filter(partner -> bounty.view("").isFor(partner.groupId()) && partner.status().earns()).toList(), now);
        boolean last = page.size() < STEP_MAX;
        boolean over = bounty.endsAt != null && !bounty.endsAt.isAfter(now);
        bounty.cursorId = last ? "" : page.get(STEP_MAX - 1).id().value();
        bounty.begun |= last;
        bounty.dueAt = !last ? now : over ? null : next(bounty, now);
    }

    private static Instant next(Bounty bounty, Instant now) {
        Instant next = now.plus(ROUND_EVERY);
        return bounty.endsAt != null && bounty.endsAt.isBefore(next) ? bounty.endsAt : next;
    }

    private void look(Bounty bounty, List<PartnerView> some, Instant now) {
        if (some.isEmpty()) {
            return;
        }
        Performance performance = bounty.draft().performance();
        List<PartnerId> ids = some.stream().map(PartnerView::id).toList();
        Map<PartnerId, Submission> known = database.createQuery("select s from Submission s where s.bountyId = :bounty"
                        + " and s.workspaceId = :workspace and s.partnerId in :partners", Submission.class)
                .setParameter("bounty", bounty.id).setParameter("workspace", bounty.workspaceId).setParameter("partners", ids)
                .getResultStream().collect(Collectors.toMap(submission -> submission.partnerId, submission -> submission));
        Map<PartnerId, PartnerCounts.Counts> totals = counts.of(bounty.workspaceId, ids, Mode.LIVE);
        for (PartnerId partnerId : ids) {
            PartnerCounts.Counts total = totals.getOrDefault(partnerId, PartnerCounts.Counts.NONE);
            MoveRule.Standing standing = new MoveRule.Standing(total.leads(), total.conversions(), total.saleAmount(),
                    total.commissions(), 0);
            Submission submission = known.computeIfAbsent(partnerId, id -> begin(bounty, id, standing.of(performance.attribute()), now));
            if (submission.status == SubmissionStatus.DRAFT || submission.status == SubmissionStatus.SUBMITTED) {
                submission.count(performance, performance.count(standing, submission.baseline), now);
            }
        }
    }

    /** Who came into the program after the bounty had begun has brought nothing before. */
    private Submission begin(Bounty bounty, PartnerId partnerId, long figure, Instant now) {
        Submission submission = new Submission();
        submission.id = Ids.next("bsub", clock);
        submission.workspaceId = bounty.workspaceId;
        submission.bountyId = bounty.id;
        submission.partnerId = partnerId;
        submission.periodNumber = 1;
        submission.status = SubmissionStatus.DRAFT;
        submission.baseline = bounty.begun ? 0 : figure;
        submission.createdAt = now;
        database.persist(submission);
        return submission;
    }
}
