package org.conversions.partner;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

/** Knows the emails of the partners that links belong to, for many links in one statement. */
@Stateless
public class PartnerEmails {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private TransactionMemory memory;

    /** Says whose links may be asked for soon: they are read together then. */
    public void announce(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        known(workspaceId).announce(linkIds);
    }

    /** @return null for a link of nobody */
    public String ofOwner(WorkspaceId workspaceId, LinkId linkId) {
        return known(workspaceId).get(linkId, links -> read(workspaceId, links));
    }

    private KnownRows<LinkId, String> known(WorkspaceId workspaceId) {
        return memory.of(PartnerEmails.class, workspaceId);
    }

    private Map<LinkId, String> read(WorkspaceId workspaceId, List<LinkId> links) {
        Map<LinkId, String> emails = new HashMap<>();
        database.createQuery("select l.id, p.email from Link l join Partner p on p.id = l.partnerId where l.id in :links"
                        + " and l.workspaceId = :workspace", Object[].class)
                .setParameter("links", links.stream().map(LinkId::value).toList()).setParameter("workspace", workspaceId)
                .getResultStream().forEach(row -> emails.put(new LinkId((String) row[0]), (String) row[1]));
        return emails;
    }
}
