package org.conversions.portal.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.account.People;
import org.conversions.account.PersonView;
import org.conversions.partner.Partners;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Keeps which mails each person of a partner gets. */
@Stateless
public class Notices {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private People people;

    /** The switches of a person at a partner, or a change of them: what is null stays then. */
    public record Switches(Boolean newCommission, Boolean payoutPaid, Boolean payoutFailed) {
    }

    public Switches of(PartnerAccess access) {
        return switches(row(access, LockModeType.NONE));
    }

    /** @return the switches after the change */
    public Switches change(PartnerAccess access, Switches change) {
        PartnerMember row = row(access, LockModeType.PESSIMISTIC_WRITE);
        row.newCommission = change.newCommission() == null ? row.newCommission : change.newCommission();
        row.payoutPaid = change.payoutPaid() == null ? row.payoutPaid : change.payoutPaid();
        row.payoutFailed = change.payoutFailed() == null ? row.payoutFailed : change.payoutFailed();
        return switches(row);
    }

    /** @return the email addresses of those who get mails of a kind, by their partners; partners without any are left out */
    public Map<PartnerId, List<String>> readers(WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Notice notice) {
        List<PartnerMember> rows = partnerIds.isEmpty() ? List.of() : database.createQuery("select m from PartnerMember m"
                        + " where m.workspaceId = :workspace and m.partnerId in :partners and m." + notice.attribute + " = true"
                        + " order by m.id", PartnerMember.class)
                .setParameter("workspace", workspaceId).setParameter("partners", List.copyOf(partnerIds)).getResultList();
        Map<String, PersonView> known = people.byIds(rows.stream().map(row -> row.personId).distinct().toList());
        Map<PartnerId, List<String>> readers = new HashMap<>();
        rows.forEach(row -> readers.computeIfAbsent(row.partnerId, partner -> new ArrayList<>()).add(known.get(row.personId).email()));
        return readers;
    }

    private PartnerMember row(PartnerAccess access, LockModeType lock) {
        return database.createQuery("select m from PartnerMember m where m.workspaceId = :workspace and m.partnerId = :partner"
                        + " and m.personId = :person", PartnerMember.class)
                .setParameter("workspace", access.workspaceId()).setParameter("partner", access.partnerId())
                .setParameter("person", access.session().personId()).setLockMode(lock).getResultStream().findFirst()
                .orElseThrow(Partners::notFound);
    }

    private static Switches switches(PartnerMember row) {
        return new Switches(row.newCommission, row.payoutPaid, row.payoutFailed);
    }
}
