package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SecretBox;

/** Gives the address of a link to another workspace, in the transaction of the caller. */
@ApplicationScoped
class LinkTransfer {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private SecretBox secrets;
    @Inject
    private ReferenceRows references;
    @Inject
    private LinkRows rows;
    @Inject
    private LinkLimit limit;

    /** @throws RequestRefused as {@link LinkChanges#transfer} */
    LinkView transfer(WorkspaceId workspaceId, String idOrExternalId, WorkspaceId newWorkspaceId) {
        Link link = Optional.ofNullable(rows.locked(workspaceId, List.of(idOrExternalId)).get(idOrExternalId))
                .orElseThrow(() -> LinkRows.notFound(idOrExternalId));
        if (workspaceId.equals(newWorkspaceId)) {
            throw RequestRefused.unprocessable("no_change", "newWorkspaceId: the link is there already");
        }
        if (link.partnerId != null) {
            throw RequestRefused.conflict("link_of_partner",
                    "A partner's link belongs to the program and cannot be transferred.");
        }
        if (!link.domain.equals(shortDomain.name())) {
            throw RequestRefused.unprocessable("domain_not_shared", "domain: only a link on " + shortDomain.name()
                    + " can be transferred, the other workspace does not have " + link.domain);
        }
        LinkDraft draft = link.draft(List.of(), secrets).elsewhere();
        references.of(newWorkspaceId, List.of(draft)).refuseFrontPage(link.domain, link.key);
        limit.refuseBeyond(newWorkspaceId);
        rows.end(link);
        database.flush();
        Link copy = rows.add(newWorkspaceId, null, draft);
        rows.flush();
        return copy.view(List.of(), secrets);
    }
}
