package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.link.tag.LinkTags;
import org.conversions.link.tag.TagView;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.database.BrokenConstraint;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.RowId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SecretBox;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Locks, adds and ends the rows of links in the transaction of the caller. However many links there are, the number of
 * queries is the same.
 */
@ApplicationScoped
class LinkRows {

    private static final String ADDRESS_KEY = "link_address";
    private static final String EXTERNAL_ID_KEY = "link_external_id";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private LinkTags tags;
    @Inject
    private Clock clock;
    @Inject
    private SecretBox secrets;
    @Inject
    private Event<LinkChanged> changed;

    static RequestRefused notFound(String idOrExternalId) {
        return RequestRefused.notFound("link_not_found", "Link " + idOrExternalId + " was not found");
    }

    static RequestRefused keyTaken() {
        return RequestRefused.conflict("key_taken", "key: another link has it");
    }

    static RequestRefused externalIdTaken() {
        return RequestRefused.conflict("external_id_taken", "externalId: another link has it");
    }

    /**
     * Locks links in the order of their ids, as everything does that locks several.
     *
     * @return those that are there, by each id or external id that they were asked for by
     */
    Map<String, Link> locked(WorkspaceId workspaceId, List<String> idsOrExternalIds) {
        Map<Boolean, List<String>> kinds = idsOrExternalIds.stream().distinct()
                .collect(Collectors.partitioningBy(name -> name.startsWith(Links.EXTERNAL_PREFIX)));
        Map<String, String> ids = new HashMap<>();
        kinds.get(false).forEach(id -> ids.put(id, id));
        if (!kinds.get(true).isEmpty()) {
            database.createQuery("select l.id, l.externalId from Link l where l.workspaceId = :workspace"
                            + " and l.live is not null and l.externalId in :names", Object[].class)
                    .setParameter("workspace", workspaceId)
                    .setParameter("names", kinds.get(true).stream()
                            .map(name -> name.substring(Links.EXTERNAL_PREFIX.length())).toList())
                    .getResultList().forEach(row -> ids.put(Links.EXTERNAL_PREFIX + row[1], (String) row[0]));
        }
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Link> links = database.createQuery("select l from Link l where l.workspaceId = :workspace"
                        + " and l.live = true and l.id in :ids order by l.id", Link.class)
                .setParameter("workspace", workspaceId).setParameter("ids", Set.copyOf(ids.values()))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream()
                .collect(Collectors.toMap(link -> link.id, Function.identity()));
        ids.values().retainAll(links.keySet());
        return ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, id -> links.get(id.getValue())));
    }

    /** @param partner the one that it credits, or null @param checked what {@link LinkCheck} gave, with its key */
    Link add(WorkspaceId workspaceId, LinkPartner partner, LinkDraft checked) {
        Instant now = clock.instant();
        Link link = new Link();
        link.id = Ids.next("link", clock);
        link.workspaceId = workspaceId;
        link.live = true;
        link.programId = partner == null ? null : partner.programId();
        link.partnerId = partner == null ? null : RowId.text(partner.partnerId());
        link.write(checked, secrets, now);
        link.createdAt = now;
        database.persist(link);
        tags.add(link.id, checked.tags().ids());
        changed.fire(new LinkChanged(link.domain, link.key));
        return link;
    }

    /** Takes links out of service. @return the ids of those that were there */
    List<String> end(WorkspaceId workspaceId, List<String> idsOrExternalIds) {
        List<Link> links = locked(workspaceId, idsOrExternalIds).values().stream().distinct().toList();
        links.forEach(this::end);
        database.flush();
        return links.stream().map(link -> link.id).toList();
    }

    void end(Link link) {
        link.live = null;
        link.updatedAt = clock.instant();
        changed.fire(new LinkChanged(link.domain, link.key));
    }

    /** @throws RequestRefused conflict: the unique keys have the last word, so of two callers at once one is refused */
    void flush() {
        try {
            database.flush();
        } catch (ConstraintViolationException e) {
            throw switch (BrokenConstraint.name(e)) {
                case ADDRESS_KEY -> keyTaken();
                case EXTERNAL_ID_KEY -> externalIdTaken();
                default -> e;
            };
        }
    }

    /** @return the links by their ids */
    Map<LinkId, LinkView> views(Collection<Link> links) {
        Map<String, List<TagView>> known = tags.of(links.stream().map(link -> link.id).toList());
        return links.stream().map(link -> link.view(known.getOrDefault(link.id, List.of()), secrets))
                .collect(Collectors.toMap(LinkView::id, Function.identity()));
    }
}
