package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.conversions.address.Destination;
import org.conversions.address.LinkKey;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.RowId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.secret.TokenHash;

/** Changes the link that a draft means, or makes it. {@link LinkChanges#upsert} says which one that is. */
@ApplicationScoped
class LinkUpsert {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private ReferenceRows references;
    @Inject
    private LinkCreation creation;
    @Inject
    private LinkUpdate updates;
    @Inject
    private LinkRows rows;

    /** The link is unique by what it is asked for by: of two callers at once one loses and is run again. */
    @RetryOnConflict
    @Transactional
    public LinkView upsert(WorkspaceId workspaceId, NewLink link, UnaryOperator<LinkDraft> change) {
        return update(workspaceId, link, change).orElseGet(() -> {
            LinkView made = creation.create(workspaceId, List.of(link)).get(0).orThrow();
            if (link.draft().key() == null && externalId(link) == null) {
                database.find(Link.class, made.id().value()).urlClaim = claim(link, made.url());
                database.flush();
            }
            return made;
        });
    }

    /** @return the link that is meant as it is now, or empty when there is none */
    @RetryOnConflict
    @Transactional
    public Optional<LinkView> update(WorkspaceId workspaceId, NewLink link, UnaryOperator<LinkDraft> change) {
        return find(workspaceId, link).map(found -> {
            if (link.partner() != null && !link.partnerId().value().equals(found.partnerId)) {
                throw RequestRefused.conflict("field_immutable", "partnerId: a link keeps its partner");
            }
            return updates.updateLocked(workspaceId, List.of(found), draft -> change.apply(draft).withoutRandomKey()).get(0);
        });
    }

    /** @return the link that is meant, locked */
    private Optional<Link> find(WorkspaceId workspaceId, NewLink link) {
        String externalId = externalId(link);
        if (externalId != null) {
            return locked(workspaceId, Links.EXTERNAL_PREFIX + externalId);
        }
        List<String> ids = link.draft().key() != null ? withKey(workspaceId, link.draft()) : withDestination(workspaceId, link);
        return ids.stream().findFirst().flatMap(id -> locked(workspaceId, id));
    }

    private List<String> withKey(WorkspaceId workspaceId, LinkDraft draft) {
        return database.createQuery("select l.id from Link l where l.workspaceId = :workspace and l.live = true"
                        + " and l.domain = :domain and l.key = :key", String.class)
                .setParameter("workspace", workspaceId)
                .setParameter("domain", references.of(workspaceId, List.of(draft)).domain(draft.domain()))
                .setParameter("key", LinkKey.composed(draft.key())).getResultList();
    }

    private List<String> withDestination(WorkspaceId workspaceId, NewLink link) {
        String url = Destination.check("url", link.draft().url(), shortDomain.name());
        LinkFilter filter = new LinkFilter(link.draft().domain(), null, RowId.text(link.partnerId()), null, null, true, List.of(),
                List.of(), false);
        Conditions conditions = filter.conditions(workspaceId).and("l.urlStart = :start", "start", Link.start(url))
                .and("l.url = :url" + (link.partner() == null ? " and l.partnerId is null" : ""), "url", url);
        return conditions.bind(database.createQuery("select l.id from Link l" + conditions.text() + " order by l.id",
                String.class)).setMaxResults(1).getResultList();
    }

    private Optional<Link> locked(WorkspaceId workspaceId, String idOrExternalId) {
        return Optional.ofNullable(rows.locked(workspaceId, List.of(idOrExternalId)).get(idOrExternalId));
    }

    private static String externalId(NewLink link) {
        String externalId = link.draft().externalId();
        return externalId == null || externalId.isEmpty() ? null : externalId;
    }

    private static String claim(NewLink link, String url) {
        String domain = link.draft().domain() == null ? "" : link.draft().domain().toLowerCase(Locale.ROOT);
        return TokenHash.sha256(String.join("\n", domain, String.valueOf(link.partnerId()), url));
    }
}
