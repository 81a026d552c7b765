package org.conversions.partner;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.conversions.address.EmailAddress;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Enrolls partners and finds them. */
@Stateless
public class Partners {

    /** Those who are not in the program, and never were thrown out of it. */
    private static final Set<EnrollmentStatus> WAITING = EnumSet.of(EnrollmentStatus.PENDING, EnrollmentStatus.REJECTED,
            EnrollmentStatus.INVITED, EnrollmentStatus.DECLINED);

    private static final String VIEW = "select p, e from Partner p join Enrollment e on e.partnerId = p.id where p.workspaceId = :workspace";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Programs programs;
    @Inject
    private Groups groups;
    @Inject
    private Event<PartnerDecided> decided;
    @Inject
    private Event<PartnerJoined> joined;

    /**
     * Enrolls a partner, or brings one with the same email up to date: an applicant is taken, and whoever left stays out.
     *
     * @throws RequestRefused unprocessable for an email that is none and a group that is not there; conflict when another
     *                        partner has the tenant id
     */
    public PartnerView enroll(WorkspaceId workspaceId, PartnerDraft draft) {
        return enroll(workspaceId, draft, EnrollmentStatus.APPROVED);
    }

    /** Does the same. @param status of one who is not enrolled yet */
    public PartnerView enroll(WorkspaceId workspaceId, PartnerDraft draft, EnrollmentStatus status) {
        String email = email(draft.email());
        groups.check(workspaceId, "groupId", draft.groupId());
        Partner partner = row(workspaceId, email).orElseGet(() -> create(workspaceId, email));
        String programId = programs.defaultOf(workspaceId);
        Enrollment enrollment = database.find(Enrollment.class, new Enrollment.Key(programId, partner.id));
        EnrollmentStatus before = enrollment == null ? null : enrollment.status;
        if (enrollment == null) {
            enrollment = Enrollment.begin(workspaceId, programId, partner.id, groups.defaultOf(workspaceId, programId),
                    status, clock.instant());
            enrollment.groupId = draft.groupId() == null ? enrollment.groupId : draft.groupId();
            database.persist(enrollment);
        } else if (status == EnrollmentStatus.APPROVED && WAITING.contains(enrollment.status)) {
            enrollment.stand(new Standing(status, enrollment.groupId), clock.instant());
            decided.fire(new PartnerDecided(workspaceId, new PartnerId(partner.id), status));
        }
        PartnerDraft is = PartnerDraft.of(partner, enrollment);
        write(partner, enrollment, new PartnerDraft(email, otherwise(draft.name(), is.name()),
                otherwise(draft.username(), is.username()), otherwise(draft.image(), is.image()),
                otherwise(draft.country(), is.country()), otherwise(draft.description(), is.description()),
                otherwise(draft.tenantId(), is.tenantId()), otherwise(draft.groupId(), is.groupId()),
                draft.groupMoveDisabled() == null ? is.groupMoveDisabled() : draft.groupMoveDisabled()));
        database.flush();
        if (enrollment.status == EnrollmentStatus.APPROVED && before != EnrollmentStatus.APPROVED) {
            joined.fire(new PartnerJoined(workspaceId, new PartnerId(partner.id)));
        }
        return view(new Object[] {partner, enrollment});
    }

    /**
     * @param change from what is known of the partner to what shall be
     * @throws RequestRefused not found; unprocessable for an email or a name that is none and a group that is not there;
     *                        conflict when another partner has the email or the tenant id
     */
    public PartnerView change(WorkspaceId workspaceId, String partnerId, UnaryOperator<PartnerDraft> change) {
        Enrollment enrollment = database.createQuery("select e from Enrollment e where e.workspaceId = :workspace"
                        + " and e.partnerId = :partner", Enrollment.class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(Partners::notFound);
        Partner partner = database.find(Partner.class, partnerId);
        PartnerDraft is = PartnerDraft.of(partner, enrollment);
        PartnerDraft wanted = change.apply(is);
        if (wanted.name() == null || wanted.name().isBlank()) {
            throw RequestRefused.unprocessable("field_length_invalid", "name: must not be empty");
        }
        if (wanted.groupId() == null) {
            throw RequestRefused.unprocessable("field_missing", "groupId: every partner is in a group");
        }
        if (!wanted.groupId().equals(is.groupId())) {
            groups.check(workspaceId, "groupId", wanted.groupId());
        }
        String email = email(wanted.email());
        row(workspaceId, email).filter(other -> !other.id.equals(partnerId)).ifPresent(other -> {
            throw RequestRefused.conflict("email_taken", "email: partner " + other.id + " has this email");
        });
        partner.email = email;
        write(partner, enrollment, wanted);
        database.flush();
        return view(new Object[] {partner, enrollment});
    }

    private void write(Partner partner, Enrollment enrollment, PartnerDraft draft) {
        partner.name = draft.name();
        partner.username = draft.username();
        partner.image = draft.image();
        partner.country = draft.country();
        partner.description = draft.description();
        enrollment.stand(new Standing(enrollment.status, draft.groupId()), clock.instant());
        enrollment.groupMoveDisabled = Boolean.TRUE.equals(draft.groupMoveDisabled());
        if (!Objects.equals(draft.tenantId(), enrollment.tenantId)) {
            refuseTakenTenant(enrollment.workspaceId, draft.tenantId());
            enrollment.tenantId = draft.tenantId();
        }
    }

    /** @return the answer for a partner that the workspace has not */
    public static RequestRefused notFound() {
        return RequestRefused.notFound("partner_not_found", "The partner was not found.");
    }

    private static String otherwise(String given, String known) {
        return given == null ? known : given;
    }

    /** Keeps others who do the same out until the commit. @throws RequestRefused not found for a partner of another workspace */
    public void lock(WorkspaceId workspaceId, PartnerId partnerId) {
        Partner partner = database.find(Partner.class, partnerId.value(), LockModeType.PESSIMISTIC_WRITE);
        if (partner == null || !partner.workspaceId.equals(workspaceId)) {
            throw notFound();
        }
    }

    public Optional<PartnerView> byId(WorkspaceId workspaceId, String partnerId) {
        return database.createQuery(VIEW + " and p.id = :id", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("id", partnerId).getResultStream().findFirst().map(Partners::view);
    }

    /** @return the partner with that email, in any case */
    public Optional<PartnerView> byEmail(WorkspaceId workspaceId, String email) {
        return email == null ? Optional.empty() : row(workspaceId, email.toLowerCase(Locale.ROOT)).flatMap(partner -> byId(workspaceId, partner.id));
    }

    /** @return the partner with the merchant's own id of a partner */
    public Optional<PartnerView> byTenantId(WorkspaceId workspaceId, String tenantId) {
        return database.createQuery(VIEW + " and e.tenantId = :tenant", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("tenant", tenantId)
                .getResultStream().findFirst().map(Partners::view);
    }

    /** @return the partners with these ids, by id; ids of other workspaces are left out */
    public Map<PartnerId, PartnerView> byIds(WorkspaceId workspaceId, Collection<PartnerId> partnerIds) {
        if (partnerIds.isEmpty()) {
            return Map.of();
        }
        return database.createQuery(VIEW + " and p.id in :ids", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("ids", partnerIds.stream().map(PartnerId::value).toList())
                .getResultStream().map(Partners::view).collect(Collectors.toMap(PartnerView::id, Function.identity(), (a, b) -> a));
    }

    /**
     * @param after the last one that is known; empty for the beginning
     * @return the next partners of a program who are not banned, in the order of ids
     */
    public List<PartnerView> notBannedAfter(WorkspaceId workspaceId, String programId, String after, int max) {
        return database.createQuery(VIEW + " and e.programId = :program and e.partnerId > :after and e.status <> :banned order by e.programId, e.partnerId",
                        Object[].class)
                .setParameter("workspace", workspaceId).setParameter("program", programId).setParameter("after", after)
                .setParameter("banned", EnrollmentStatus.BANNED).setMaxResults(max).getResultStream().map(Partners::view).toList();
    }

    private static PartnerView view(Object[] row) {
        Partner partner = (Partner) row[0];
        Enrollment enrollment = (Enrollment) row[1];
        return new PartnerView(new PartnerId(partner.id), enrollment.programId, enrollment.groupId, partner.email, partner.name,
                partner.username, partner.image, partner.country, partner.description, enrollment.tenantId,
                new PartnerView.Enrolled(enrollment.status, enrollment.bannedAt, enrollment.bannedReason, enrollment.deactivatedAt,
                        enrollment.groupMoveDisabled, enrollment.createdAt),
                partner.createdAt);
    }

    private Optional<Partner> row(WorkspaceId workspaceId, String email) {
        return database.createQuery("select p from Partner p where p.workspaceId = :workspace and p.email = :email",
                        Partner.class)
                .setParameter("workspace", workspaceId).setParameter("email", email).getResultStream().findFirst();
    }

    private Partner create(WorkspaceId workspaceId, String email) {
        Partner partner = new Partner();
        partner.id = Ids.next("pn", clock);
        partner.workspaceId = workspaceId;
        partner.email = email;
        partner.name = email.substring(0, email.indexOf('@'));
        partner.createdAt = clock.instant();
        database.persist(partner);
        return partner;
    }

    private void refuseTakenTenant(WorkspaceId workspaceId, String tenantId) {
        if (tenantId == null) {
            return;
        }
        byTenantId(workspaceId, tenantId).ifPresent(taken -> {
            throw RequestRefused.conflict("tenant_id_taken", "tenantId: partner " + taken.id() + " has this tenant id");
        });
    }

    private static String email(String text) {
        if (!EmailAddress.isAddress(text)) {
            throw RequestRefused.unprocessable("field_malformed", "email: must be an email address");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
