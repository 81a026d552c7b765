package org.conversions.partner;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.conversions.audit.AuditTrail;
import org.conversions.link.PartnersLinks;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Lets partners go, throws them out, and takes them back. What they did before stays decided. */
@Stateless
public class EnrollmentChanges {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private PartnersLinks links;
    @Inject
    private AuditTrail trail;
    @Inject
    private Event<PartnerBanned> banned;
    @Inject
    private Event<PartnerDecided> decided;
    @Inject
    private Event<PartnerDeactivated> deactivated;
    @Inject
    private Event<PartnerJoined> joined;

    /**
     * Throws a partner out: the links lead nowhere from now on, nothing is earned by them, and what was earned and not paid is
     * canceled.
     *
     * @throws RequestRefused not found; bad request for one who is banned already
     */
    public void ban(WorkspaceId workspaceId, PartnerId partnerId, BanReason reason) {
        Enrollment enrollment = locked(workspaceId, partnerId);
        refuse(enrollment, EnrollmentStatus.BANNED);
        Instant now = now();
        enrollment.stand(new Standing(EnrollmentStatus.BANNED, enrollment.groupId), now);
        enrollment.bannedAt = now;
        enrollment.bannedReason = reason;
        enrollment.deactivatedAt = null;
        links.disable(workspaceId, partnerId, now);
        database.flush();
        decided.fire(new PartnerDecided(workspaceId, partnerId, EnrollmentStatus.BANNED));
        banned.fire(new PartnerBanned(workspaceId, enrollment.programId, partnerId, now));
        trail.record(workspaceId, "partner_banned", partnerId.value(), Map.of("reason", reason.text()));
    }

    /**
     * Lets a partner go: the links lead on, nothing new is earned by them, and what was earned is paid.
     *
     * @throws RequestRefused not found; bad request for one who is deactivated already, or banned
     */
    public void deactivate(WorkspaceId workspaceId, PartnerId partnerId) {
        Enrollment enrollment = locked(workspaceId, partnerId);
        refuse(enrollment, EnrollmentStatus.DEACTIVATED);
        if (enrollment.status == EnrollmentStatus.BANNED) {
            throw RequestRefused.badRequest("partner_banned", "Partner " + partnerId + " is banned.");
        }
        Instant now = now();
        enrollment.stand(new Standing(EnrollmentStatus.DEACTIVATED, enrollment.groupId), now);
        enrollment.deactivatedAt = now;
        database.flush();
        deactivated.fire(new PartnerDeactivated(workspaceId, enrollment.programId, partnerId, now));
        trail.record(workspaceId, "partner_deactivated", partnerId.value(), Map.of());
    }

    /**
     * Takes a partner in, or in again: what a ban disabled of the links leads on, and what it canceled stays so. Or has one wait,
     * or says that one is not taken.
     *
     * @param status neither banned nor deactivated
     * @throws RequestRefused not found
     */
    public void stand(WorkspaceId workspaceId, PartnerId partnerId, EnrollmentStatus status) {
        Enrollment enrollment = locked(workspaceId, partnerId);
        if (enrollment.status == status) {
            return;
        }
        EnrollmentStatus before = enrollment.status;
        enrollment.stand(new Standing(status, enrollment.groupId), now());
        if (enrollment.bannedAt != null) {
            links.enable(workspaceId, partnerId, enrollment.bannedAt);
        }
        enrollment.bannedAt = null;
        enrollment.bannedReason = null;
        enrollment.deactivatedAt = null;
        if (before == EnrollmentStatus.PENDING) {
            database.flush();
            decided.fire(new PartnerDecided(workspaceId, partnerId, status));
        }
        if (status == EnrollmentStatus.APPROVED) {
            database.flush();
            joined.fire(new PartnerJoined(workspaceId, partnerId));
        }
        if (status.earns()) {
            trail.record(workspaceId, "partner_approved", partnerId.value(), Map.of("from", before.text(), "to", status.text()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static void refuse(Enrollment enrollment, EnrollmentStatus wanted) {
        if (enrollment.status == wanted) {
            throw RequestRefused.badRequest("no_change", "Partner " + enrollment.partnerId + " is " + wanted.text() + " already.");
        }
    }

    private Enrollment locked(WorkspaceId workspaceId, PartnerId partnerId) {
        return database.createQuery("select e from Enrollment e where e.workspaceId = :workspace and e.partnerId = :partner",
                        Enrollment.class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("partner_not_found", "The partner was not found."));
    }
}
