package org.conversions.partner.application;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.EnrollmentChanges;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.partner.Enrollments;
import org.conversions.partner.Groups;
import org.conversions.partner.PartnerDecided;
import org.conversions.partner.PartnerDraft;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.platform.Ids;
import org.conversions.platform.Json;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;

/** Takes applications, and what is decided of them. */
@Stateless
public class Applications {

    private static final int NOTE_MAX = 2_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Programs programs;
    @Inject
    private Groups groups;
    @Inject
    private Partners partners;
    @Inject
    private EnrollmentChanges standings;
    @Inject
    private Enrollments enrollments;
    @Inject
    private AuditTrail trail;

    /** @return what the program asks applicants */
    public ApplicationForm form(WorkspaceId workspaceId) {
        ProgramForm form = database.find(ProgramForm.class, programs.defaultOf(workspaceId));
        return form == null ? ApplicationForm.EMPTY : ApplicationForm.read(Json.read(form.form));
    }

    /** Asks applicants something else from now on. */
    public ApplicationForm ask(WorkspaceId workspaceId, ApplicationForm wanted) {
        String programId = programs.lockedDefaultOf(workspaceId);
        ProgramForm form = database.find(ProgramForm.class, programId);
        if (form == null) {
            form = new ProgramForm();
            form.programId = programId;
            form.workspaceId = workspaceId;
            form.form = wanted.json().toString();
            database.persist(form);
        }
        form.form = wanted.json().toString();
        return wanted;
    }

    /**
     * Takes an application. Who applies for a group that takes everybody is in it at once.
     *
     * @param formData answers, as {@code [{label, value}]}
     * @param links    says what links who is taken has from the start
     * @throws RequestRefused unprocessable for answers that are none, for an email that is none, and when requirements are not met;
     *                        conflict for a partner, for one who has applied already or may not apply again yet
     */
    public ApplicationView apply(WorkspaceId workspaceId, PartnerDraft draft, JsonNode formData, Enrollments.LinksOf links) {
        ApplicationForm form = form(workspaceId);
        List<ApplicationForm.Answer> answers = form.answers(formData);
        Optional<PartnerView> known = partners.byEmail(workspaceId, draft.email());
        known.ifPresent(partner -> refuse(workspaceId, partner));
        String country = draft.country() != null ? draft.country() : known.map(PartnerView::country).orElse(null);
        if (draft.email() != null && !form.isMet(draft.email(), country)) {
            throw RequestRefused.unprocessable("requirements_not_met", "The applicant does not meet the requirements of the program.");
        }
        PartnerView partner = partners.enroll(workspaceId, draft, EnrollmentStatus.PENDING);
        if (partner.status() != EnrollmentStatus.PENDING) {
            standings.stand(workspaceId, partner.id(), EnrollmentStatus.PENDING);
        }
        PartnerApplication application = new PartnerApplication();
        application.id = Ids.next("papp", clock);
        application.workspaceId = workspaceId;
        application.programId = partner.programId();
        application.partnerId = partner.id();
        application.status = EnrollmentStatus.PENDING;
        application.undecided = true;
        application.answers = Json.write(answers);
        application.createdAt = clock.instant();
        database.persist(application);
        database.flush();
        if (groups.draftOf(workspaceId, partner.groupId()).autoApprove()) {
            approve(application, links);
        }
        return application.view();
    }

    /**
     * @param groupId the group that the partner comes into; null for the one of the application
     * @param links   says what links the partner has from the start
     * @return the partner
     * @throws RequestRefused not found; bad request when there is no application to decide
     */
    public PartnerId approve(WorkspaceId workspaceId, String partnerId, String groupId, Enrollments.LinksOf links) {
        PartnerApplication application = undecided(workspaceId, partnerId);
        if (groupId != null) {
            partners.change(workspaceId, partnerId, draft -> draft.inGroup(groupId));
        }
        approve(application, links);
        return application.partnerId;
    }

    /** @throws RequestRefused as {@link #approve}; unprocessable for a note that is too long */
    public PartnerId reject(WorkspaceId workspaceId, String partnerId, ApplicationView.Rejection rejection) {
        if (rejection.note() != null && rejection.note().length() > NOTE_MAX
                || rejection.flaggedFor() != null && rejection.flaggedFor().length() > NOTE_MAX) {
            throw RequestRefused.unprocessable("field_too_long",
                    "rejectionNote, flagForFraudReason: must have at most " + NOTE_MAX + " characters");
        }
        PartnerApplication application = undecided(workspaceId, partnerId);
        application.decide(EnrollmentStatus.REJECTED, clock.instant());
        application.rejectionReason = rejection.reason();
        application.rejectionNote = rejection.note();
        application.reapplication = rejection.reapplication();
        application.flaggedFor = !rejection.flagged() ? null : rejection.flaggedFor() == null ? "" : rejection.flaggedFor();
        standings.stand(workspaceId, application.partnerId, EnrollmentStatus.REJECTED);
        trail.record(workspaceId, "partner_rejected", partnerId, rejection.reason() == null ? Map.of()
                : Map.of("reason", rejection.reason().text()));
        return application.partnerId;
    }

    /** @param status pending, approved or rejected; null for all @return the newest first */
    public List<ApplicationView> list(WorkspaceId workspaceId, String partnerId, EnrollmentStatus status, Page page) {
        Cursor cursor = Cursor.of(page, false);
        Conditions conditions = new Conditions("a.workspaceId = :workspace", workspaceId)
                .and("a.partnerId = :partner", "partner", PartnerId.of(partnerId))
                .and("a.status = :status", "status", status)
                .and("a.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        return cursor.inOrder(conditions.bind(database.createQuery("select a from PartnerApplication a" + conditions.text()
                        + " order by " + cursor.order("a.workspaceId", "a.id"), PartnerApplication.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(PartnerApplication::view).toList());
    }

    /** Closes the application of one who was decided about in another way. */
    public void close(@Observes PartnerDecided event) {
        database.createQuery("select a from PartnerApplication a where a.workspaceId = :workspace and a.partnerId = :partner"
                        + " and a.undecided = true", PartnerApplication.class)
                .setParameter("workspace", event.workspaceId()).setParameter("partner", event.partnerId()).getResultList()
                .forEach(application -> {
                    application.decide(event.status().earns() ? EnrollmentStatus.APPROVED : EnrollmentStatus.REJECTED, clock.instant());
                    application.reapplication = event.status().earns() ? null : Reapplication.STANDARD;
                });
    }

    private void approve(PartnerApplication application, Enrollments.LinksOf links) {
        application.decide(EnrollmentStatus.APPROVED, clock.instant());
        standings.stand(application.workspaceId, application.partnerId, EnrollmentStatus.APPROVED);
        enrollments.begin(application.workspaceId,
                partners.byId(application.workspaceId, application.partnerId.value()).orElseThrow(), links);
    }

    private void refuse(WorkspaceId workspaceId, PartnerView partner) {
        if (partner.status().earns() || partner.status() == EnrollmentStatus.PENDING) {
            throw RequestRefused.conflict("partner_enrolled", "email: partner " + partner.id() + " is "
                    + partner.status().text() + " already");
        }
        if (partner.status() == EnrollmentStatus.BANNED) {
            throw RequestRefused.conflict("partner_banned", "email: partner " + partner.id() + " is banned");
        }
        list(workspaceId, partner.id().value(), EnrollmentStatus.REJECTED, new Page(1, 1, null, null)).stream().findFirst()
                .filter(last -> partner.status() == EnrollmentStatus.REJECTED)
                .ifPresent(last -> {
                    Optional<Instant> from = last.rejection().reapplication().from(last.decidedAt());
                    if (from.isEmpty() || from.get().isAfter(clock.instant())) {
                        throw RequestRefused.conflict("application_too_early", "email: was rejected, and may apply again "
                                + from.map(at -> "from " + Json.text(at)).orElse("never"));
                    }
                });
    }

    private PartnerApplication undecided(WorkspaceId workspaceId, String partnerId) {
        partners.byId(workspaceId, partnerId == null ? "" : partnerId).orElseThrow(Partners::notFound);
        return database.createQuery("select a from PartnerApplication a where a.workspaceId = :workspace and a.partnerId = :partner"
                        + " and a.undecided = true", PartnerApplication.class)
                .setParameter("workspace", workspaceId).setParameter("partner", PartnerId.of(partnerId))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.badRequest("nothing_to_decide", "Partner " + partnerId + " has no application to decide."));
    }
}
