package org.conversions.partner;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.address.EmailAddress;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Enrolls partners and finds them. */
@Stateless
public class Partners {

    /** The status of a partner who is in the program. */
    public static final String APPROVED = "approved";

    private static final String VIEW = "select p, e from Partner p join Enrollment e on e.partnerId = p.id where p.workspaceId = :workspace";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Programs programs;

    /**
     * Enrolls a partner, or brings one with the same email up to date.
     *
     * @throws RequestRefused unprocessable for an email that is none; conflict when another partner has the tenant id
     */
    public PartnerView enroll(WorkspaceId workspaceId, PartnerDraft draft) {
        String email = email(draft.email());
        Partner partner = byEmail(workspaceId, email).orElseGet(() -> create(workspaceId, email));
        partner.name = draft.name() != null ? draft.name() : partner.name;
        partner.username = draft.username() != null ? draft.username() : partner.username;
        partner.image = draft.image() != null ? draft.image() : partner.image;
        partner.country = draft.country() != null ? draft.country() : partner.country;
        partner.description = draft.description() != null ? draft.description() : partner.description;
        String programId = programs.defaultOf(workspaceId);
        Enrollment enrollment = database.find(Enrollment.class, new Enrollment.Key(programId, partner.id));
        if (enrollment == null) {
            enrollment = new Enrollment();
            enrollment.programId = programId;
            enrollment.partnerId = partner.id;
            enrollment.workspaceId = workspaceId;
            enrollment.status = APPROVED;
            enrollment.createdAt = clock.instant();
            database.persist(enrollment);
        }
        if (draft.tenantId() != null && !draft.tenantId().equals(enrollment.tenantId)) {
            refuseTakenTenant(workspaceId, draft.tenantId());
            enrollment.tenantId = draft.tenantId();
        }
        database.flush();
        return byId(workspaceId, partner.id).orElseThrow();
    }

    public Optional<PartnerView> byId(WorkspaceId workspaceId, String partnerId) {
        return database.createQuery(VIEW + " and p.id = :id", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("id", partnerId).getResultStream().findFirst().map(Partners::view);
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

    private static PartnerView view(Object[] row) {
        Partner partner = (Partner) row[0];
        Enrollment enrollment = (Enrollment) row[1];
        return new PartnerView(new PartnerId(partner.id), enrollment.programId, partner.email, partner.name, partner.username,
                partner.image, partner.country, partner.description, enrollment.tenantId, enrollment.status, partner.createdAt);
    }

    private Optional<Partner> byEmail(WorkspaceId workspaceId, String email) {
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
