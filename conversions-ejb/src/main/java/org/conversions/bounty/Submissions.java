package org.conversions.bounty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conversions.audit.AuditTrail;
import org.conversions.commission.CustomCommissions;
import org.conversions.partner.PartnerBanned;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.Ids;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.workspace.Mode;

/** What partners hand in for bounties, and what the merchant decides of it. Each is decided once. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class Submissions {

    private static final int OF_PARTNER_MAX = 500;
    private static final int NOTE_MAX = 2_000;
    private static final String BANNED = "The partner was banned.";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Bounties bounties;
    @Inject
    private Partners partners;
    @Inject
    private CustomCommissions commissions;
    @Inject
    private AuditTrail trail;

    /** The conditions of a list; null does not filter. @param byCount whether those with the highest figure come first, else the newest */
    public record Filter(SubmissionStatus status, String partnerId, String groupId, boolean byCount, boolean ascending) {
    }

    /**
     * Hands something in for a submission bounty.
     *
     * @throws RequestRefused not found for a bounty or partner that is not there; bad request for a bounty that is not open, not for
     *                        the partner, earned by figures, or of which the partner has handed in all; unprocessable for what cannot be
     */
    public SubmissionView submit(WorkspaceId workspaceId, String bountyId, String partnerId, SubmissionDraft draft) {
        BountyView bounty = bounties.get(workspaceId, bountyId);
        PartnerView partner = partners.byId(workspaceId, partnerId == null ? "" : partnerId).orElseThrow(Partners::notFound);
        SubmissionDraft checked = draft.checked();
        if (bounty.draft().kind() != BountyKind.SUBMISSION) {
            throw RequestRefused.badRequest("bounty_by_performance", "Bounty " + bountyId + " is earned by figures.");
        }
        if (!bounty.isOpenAt(clock.instant()) || !bounty.isFor(partner.groupId()) || !partner.status().earns()) {
            throw RequestRefused.badRequest("bounty_not_open", "Bounty " + bountyId + " is not open to partner " + partnerId + ".");
        }
        List<Submission> before = database.createQuery("select s from Submission s where s.workspaceId = :workspace"
                        + " and s.bountyId = :bounty and s.partnerId = :partner", Submission.class)
                .setParameter("workspace", workspaceId).setParameter("bounty", bountyId).setParameter("partner", partner.id()).getResultList();
        if (before.stream().filter(other -> other.status != SubmissionStatus.REJECTED).count() >= bounty.draft().maxSubmissions()) {
            throw RequestRefused.badRequest("submissions_used_up", "Partner " + partnerId + " has handed in all that bounty " + bountyId
                    + " allows.");
        }
        Submission submission = new Submission();
        submission.id = Ids.next("bsub", clock);
        submission.workspaceId = workspaceId;
        submission.bountyId = bountyId;
        submission.partnerId = partner.id();
        // Two that are handed in at once meet at a unique key, and one is tried again.
        submission.periodNumber = before.size() + 1;
        submission.status = SubmissionStatus.SUBMITTED;
        submission.description = checked.description();
        submission.urls = checked.urls().isEmpty() ? null : String.join("\n", checked.urls());
        submission.files = checked.filesJson();
        submission.createdAt = clock.instant();
        submission.completedAt = submission.createdAt;
        database.persist(submission);
        database.flush();
        return submission.view();
    }

    /** @throws RequestRefused not found for a bounty that is not there */
    public List<SubmissionView> list(WorkspaceId workspaceId, String bountyId, Filter filter, Page page) {
        bounties.get(workspaceId, bountyId);
        String direction = filter.ascending() ? " asc" : " desc";
        Conditions conditions = new Conditions("s.workspace_id = :workspace", workspaceId)
                .and("s.bounty_id = :bounty", "bounty", bountyId)
                .and("s.status = :status", "status", filter.status() == null ? null : filter.status().text())
                .and("s.partner_id = :partner", "partner", filter.partnerId())
                .and("s.partner_id in (select e.partner_id from enrollment e where e.workspace_id = :workspace and e.group_id = :group)",
                        "group", filter.groupId());
        List<?> rows = conditions.bind(database.createNativeQuery("select s.* from bounty_submission s" + conditions.text() + " order by "
                        + (filter.byCount() ? "coalesce(s.performance_count, 0)" + direction + ", " : "") + "s.id" + direction, Submission.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return rows.stream().map(Submission.class::cast).map(Submission::view).toList();
    }

    /** @return what a partner has handed in, and what is to be earned by its figures, the newest first, as many as are shown at once */
    public List<SubmissionView> ofPartner(WorkspaceId workspaceId, PartnerId partnerId) {
        return database.createQuery("select s from Submission s where s.partnerId = :partner and s.workspaceId = :workspace"
                        + " order by s.id desc", Submission.class)
                .setParameter("partner", partnerId).setParameter("workspace", workspaceId).setMaxResults(OF_PARTNER_MAX)
                .getResultStream().map(Submission::view).toList();
    }

    /** @return one of them @throws RequestRefused not found */
    public SubmissionView get(WorkspaceId workspaceId, String bountyId, String submissionId) {
        return found(workspaceId, bountyId, submissionId, LockModeType.NONE).view();
    }

    /**
     * Approves what was handed in, and gives the partner the reward as a custom commission, both or none.
     *
     * @param rewardAmount null for the bounty's
     * @throws RequestRefused not found; bad request for one that is decided or not handed in; unprocessable without any amount
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public SubmissionView approve(WorkspaceId workspaceId, String bountyId, String submissionId, Long rewardAmount) {
        BountyView bounty = bounties.get(workspaceId, bountyId);
        Submission submission = undecided(workspaceId, bountyId, submissionId);
        Long amount = rewardAmount == null ? bounty.draft().rewardAmount() : rewardAmount;
        if (amount == null) {
            throw RequestRefused.unprocessable("field_missing", "rewardAmount: is required, because the bounty says none");
        }
        BountyDraft.checkAmount(amount);
        submission.status = SubmissionStatus.APPROVED;
        submission.reviewedAt = clock.instant();
        submission.commissionId = commissions.give(workspaceId, Mode.LIVE, new CustomCommissions.Draft(submission.partnerId.value(), amount,
                null, bounty.draft().name()), bounty.draft().holdingPeriodDays());
        recorded(submission, "approved", Map.of("amount", amount, "commission", submission.commissionId));
        return submission.view();
    }

    /** @throws RequestRefused as {@link #approve}; unprocessable for a note that is too long */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public SubmissionView reject(WorkspaceId workspaceId, String bountyId, String submissionId, SubmissionRejection reason, String note) {
        if (note != null && note.length() > NOTE_MAX) {
            throw RequestRefused.unprocessable("field_too_long", "rejectionNote: must have at most " + NOTE_MAX + " characters");
        }
        bounties.get(workspaceId, bountyId);
        Submission submission = undecided(workspaceId, bountyId, submissionId);
        submission.reject(reason == null ? SubmissionRejection.OTHER : reason, note, clock.instant());
        recorded(submission, "rejected", Map.of("reason", submission.rejectionReason.text()));
        return submission.view();
    }

    /** Rejects what a partner has handed in who is thrown out. */
    void reject(@Observes PartnerBanned event) {
        Instant now = clock.instant();
        database.createQuery("select s from Submission s where s.partnerId = :partner and s.workspaceId = :workspace"
                        + " and s.status in :open", Submission.class)
                .setParameter("partner", event.partnerId()).setParameter("workspace", event.workspaceId())
                .setParameter("open", List.of(SubmissionStatus.DRAFT, SubmissionStatus.SUBMITTED))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList()
                .forEach(submission -> submission.reject(SubmissionRejection.OTHER, BANNED, now));
    }

    private Submission undecided(WorkspaceId workspaceId, String bountyId, String submissionId) {
        Submission submission = found(workspaceId, bountyId, submissionId, LockModeType.PESSIMISTIC_WRITE);
        if (submission.status != SubmissionStatus.SUBMITTED) {
            throw RequestRefused.badRequest("nothing_to_decide", "Submission " + submissionId + " is " + submission.status.text() + ".");
        }
        return submission;
    }

    private Submission found(WorkspaceId workspaceId, String bountyId, String submissionId, LockModeType lock) {
        return database.createQuery("select s from Submission s where s.workspaceId = :workspace and s.bountyId = :bounty and s.id = :id",
                        Submission.class)
                .setParameter("workspace", workspaceId).setParameter("bounty", bountyId).setParameter("id", submissionId)
                .setLockMode(lock).getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("submission_not_found", "The submission was not found."));
    }

    private void recorded(Submission submission, String decision, Map<String, ?> more) {
        Map<String, Object> details = new TreeMap<>(more);
        details.put("bounty", submission.bountyId);
        details.put("partner", submission.partnerId.value());
        trail.record(submission.workspaceId, "submission_" + decision, submission.id, details);
    }
}
