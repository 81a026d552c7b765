package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

/** Makes links in the transaction of the caller. One that is refused does not hinder the others. */
@ApplicationScoped
class LinkCreation {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private ReferenceRows references;
    @Inject
    private FreeAddresses addresses;
    @Inject
    private LinkRows rows;
    @Inject
    private LinkLimit limit;

    /** @return one outcome for each, in their order */
    List<CreatedLink> create(WorkspaceId workspaceId, List<NewLink> links) {
        LinkCheck check = references.check(workspaceId, links.stream().map(NewLink::draft).toList());
        List<LinkCandidate> candidates = links.stream().map(link -> LinkCandidate.of(link, check)).toList();
        limit.refuseBeyond(workspaceId, candidates);
        addresses.give(workspaceId, candidates);
        Map<LinkCandidate, Link> made = new LinkedHashMap<>();
        for (LinkCandidate candidate : candidates) {
            if (candidate.open()) {
                made.put(candidate, rows.add(workspaceId, candidate.link.partner(), candidate.checked));
            }
        }
        // The addresses were free: a broken key is a lost race here, and the next run finds them taken.
        database.flush();
        Map<LinkId, LinkView> views = rows.views(made.values());
        return candidates.stream().map(candidate -> new CreatedLink(
                candidate.open() ? views.get(new LinkId(made.get(candidate).id)) : null, candidate.refused)).toList();
    }
}
