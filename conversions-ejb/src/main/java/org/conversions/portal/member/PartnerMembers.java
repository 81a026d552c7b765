package org.conversions.portal.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.account.LoginSession;
import org.conversions.account.People;
import org.conversions.account.PersonView;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.Partners;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Keeps which people belong to which partners. What a person may see is asked for with every request, so a change holds at once. */
@Stateless
public class PartnerMembers {

    /** Bounds the people of a partner. */
    public static final int PER_PARTNER_MAX = 50;
    static final int PER_PERSON_MAX = 100;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Partners partners;
    @Inject
    private People people;
    @Inject
    private AuditTrail trail;

    /**
     * Makes a person one of a partner's; who is one already keeps the wider role.
     *
     * @throws RequestRefused not found for a partner of another workspace; forbidden when either has as many as it may have
     */
    public void add(WorkspaceId workspaceId, PartnerId partnerId, String personId, PartnerRole role) {
        partners.lock(workspaceId, partnerId);
        Optional<PartnerMember> known = row(workspaceId, partnerId, personId);
        if (known.isPresent()) {
            known.filter(member -> role == PartnerRole.OWNER).ifPresent(member -> member.role = role);
            return;
        }
        if (rows(workspaceId, partnerId).size() >= PER_PARTNER_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A partner has at most " + PER_PARTNER_MAX + " people.");
        }
        if (of(personId).size() >= PER_PERSON_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A person belongs to at most " + PER_PERSON_MAX + " partners.");
        }
        PartnerMember member = new PartnerMember();
        member.id = Ids.next("pm", clock);
        member.workspaceId = workspaceId;
        member.partnerId = partnerId;
        member.personId = personId;
        member.role = role;
        member.payoutPaid = true;
        member.payoutFailed = true;
        member.createdAt = clock.instant();
        database.persist(member);
    }

    /** @return the partners that a person belongs to, the oldest membership first */
    public List<PartnerPlace> of(String personId) {
        return database.createQuery("select m from PartnerMember m where m.personId = :person order by m.id", PartnerMember.class)
                .setParameter("person", personId).setMaxResults(PER_PERSON_MAX).getResultStream().map(PartnerMembers::place).toList();
    }

    /** @return what the person of a session is to a partner; empty for who does not belong to it */
    public Optional<PartnerAccess> access(LoginSession session, String partnerId) {
        return database.createQuery("select m from PartnerMember m where m.personId = :person and m.partnerId = :partner",
                        PartnerMember.class)
                .setParameter("person", session.personId()).setParameter("partner", PartnerId.of(partnerId))
                .getResultStream().findFirst().map(PartnerMembers::place)
                .flatMap(place -> partners.byId(place.workspaceId(), partnerId)
                        .map(partner -> new PartnerAccess(session, place.workspaceId(), partner, place.role())));
    }

    /** @return the people of a partner, the oldest membership first; none for a partner of another workspace */
    public List<PartnerMemberView> list(WorkspaceId workspaceId, PartnerId partnerId) {
        List<PartnerMember> rows = rows(workspaceId, partnerId);
        Map<String, PersonView> known = people.byIds(rows.stream().map(row -> row.personId).toList());
        return rows.stream().map(row -> new PartnerMemberView(known.get(row.personId), row.role, row.createdAt)).toList();
    }

    /**
     * Sends a person away from a partner, at the merchant's word.
     *
     * @throws RequestRefused not found
     */
    public void remove(WorkspaceId workspaceId, PartnerId partnerId, String personId) {
        partners.lock(workspaceId, partnerId);
        PartnerMember member = row(workspaceId, partnerId, personId).orElseThrow(() ->
                RequestRefused.notFound("member_not_found", "This partner has no such member."));
        database.remove(member);
        trail.record(workspaceId, "partner_member_removed", partnerId.value(), Map.of("person", people.get(personId).email(), "role", member.role.text()));
    }

    /** Does the same at the word of one of the partner's owners. @throws RequestRefused not found; conflict for the last owner */
    public void leave(WorkspaceId workspaceId, PartnerId partnerId, String personId) {
        partners.lock(workspaceId, partnerId);
        List<PartnerMember> owners = rows(workspaceId, partnerId).stream().filter(row -> row.role == PartnerRole.OWNER).toList();
        if (owners.size() == 1 && owners.get(0).personId.equals(personId)) {
            throw RequestRefused.conflict("last_owner", "A partner keeps an owner: invite another one first.");
        }
        remove(workspaceId, partnerId, personId);
    }

    private Optional<PartnerMember> row(WorkspaceId workspaceId, PartnerId partnerId, String personId) {
        return database.createQuery("select m from PartnerMember m where m.workspaceId = :workspace and m.partnerId = :partner"
                        + " and m.personId = :person", PartnerMember.class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId).setParameter("person", personId)
                .getResultStream().findFirst();
    }

    private List<PartnerMember> rows(WorkspaceId workspaceId, PartnerId partnerId) {
        return database.createQuery("select m from PartnerMember m where m.workspaceId = :workspace and m.partnerId = :partner"
                        + " order by m.id", PartnerMember.class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId).setMaxResults(PER_PARTNER_MAX)
                .getResultList();
    }

    private static PartnerPlace place(PartnerMember row) {
        return new PartnerPlace(row.workspaceId, row.partnerId, row.role);
    }
}
