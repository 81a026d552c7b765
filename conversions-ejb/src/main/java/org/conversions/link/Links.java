package org.conversions.link;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.conversions.platform.Ids;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Makes, changes, deletes and lists short links. A link is named by its id or by {@code ext_} and the merchant's own
 * id of it.
 */
@Stateless
public class Links {

    private static final String EXTERNAL_PREFIX = "ext_";
    private static final int EXTERNAL_ID_MAX = 190;
    private static final int COMMENTS_MAX = 10_000;
    private static final int IDS_MAX = 1_000;
    private static final int RANDOM_KEY_ATTEMPTS_MAX = 10;

    private static final String FILTERED = " from Link l where l.workspaceId = :workspace and l.live = true"
            + " and (:showArchived = true or l.archived = false)"
            + " and (:domain is null or l.domain = :domain)"
            + " and (:tenant is null or l.tenantId = :tenant)"
            + " and (:partner is null or l.partnerId = :partner)"
            + " and (:search is null or lower(l.key) like :search escape '!' or lower(l.url) like :search escape '!')";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Event<LinkChanged> changed;

    /** @throws RequestRefused unprocessable when a rule is broken, conflict when the key or the external id is taken */
    public LinkView create(String workspaceId, LinkDraft draft) {
        return create(workspaceId, null, null, draft);
    }

    /**
     * Makes a link that credits a partner. Such a link always tracks conversions.
     *
     * @param tenantId the merchant's own id of the partner, or null
     * @throws RequestRefused as {@link #create(String, LinkDraft)}
     */
    public LinkView createForPartner(String workspaceId, String programId, String partnerId, String tenantId,
                                     LinkDraft draft) {
        return create(workspaceId, programId, partnerId, draft.ofPartner(tenantId));
    }

    /** @return the link unless it has been deleted */
    public Optional<LinkView> find(String workspaceId, String idOrExternalId) {
        return entity(workspaceId, idOrExternalId, LockModeType.NONE).map(Link::view);
    }

    /** @return the link at an address unless it has been deleted */
    public Optional<LinkView> find(String workspaceId, String domain, String key) {
        return database.createQuery("select l from Link l where l.workspaceId = :workspace and l.domain = :domain"
                        + " and l.key = :key and l.live = true", Link.class)
                .setParameter("workspace", workspaceId).setParameter("domain", domain.toLowerCase(Locale.ROOT))
                .setParameter("key", LinkKey.composed(key)).getResultList().stream().findFirst().map(Link::view);
    }

    /** @return the links with these ids, by id, deleted ones too; ids of other workspaces are left out */
    public Map<String, LinkView> byIds(String workspaceId, Collection<String> linkIds) {
        if (linkIds.size() > IDS_MAX) {
            throw new IllegalArgumentException("More than " + IDS_MAX + " links at once");
        }
        if (linkIds.isEmpty()) {
            return Map.of();
        }
        return database.createQuery("select l from Link l where l.workspaceId = :workspace and l.id in :ids",
                        Link.class)
                .setParameter("workspace", workspaceId).setParameter("ids", List.copyOf(linkIds))
                .getResultList().stream().map(Link::view).collect(Collectors.toMap(LinkView::id, Function.identity()));
    }

    /** @return the newest links first */
    public List<LinkView> list(String workspaceId, LinkFilter filter, Page page) {
        boolean backwards = page.startingAfter() == null && page.endingBefore() != null;
        String cursor = page.byCursor() ? " and l.id " + (backwards ? ">" : "<") + " :cursor" : "";
        TypedQuery<Link> query = filtered("select l", workspaceId, filter,
                cursor + " order by l.id " + (backwards ? "asc" : "desc"), Link.class)
                .setFirstResult(page.offset()).setMaxResults(page.size());
        if (page.byCursor()) {
            query.setParameter("cursor", backwards ? page.endingBefore() : page.startingAfter());
        }
        List<LinkView> links = new ArrayList<>(query.getResultList().stream().map(Link::view).toList());
        if (backwards) {
            Collections.reverse(links);
        }
        return links;
    }

    public long count(String workspaceId, LinkFilter filter) {
        return filtered("select count(l)", workspaceId, filter, "", Long.class).getSingleResult();
    }

    /**
     * @param change from what the link is to what it shall be
     * @throws RequestRefused not found; unprocessable when a rule is broken; conflict when the key or the external id
     *                        is taken
     */
    public LinkView update(String workspaceId, String idOrExternalId, UnaryOperator<LinkDraft> change) {
        Link link = locked(workspaceId, idOrExternalId);
        LinkDraft before = link.draft();
        LinkDraft after = change.apply(before);
        if (after.equals(before)) {
            return link.view();
        }
        if (link.partnerId != null && !after.trackConversion()) {
            throw RequestRefused.unprocessable("trackConversion: a partner's link always tracks conversions");
        }
        if (after.key() == null) {
            throw RequestRefused.unprocessable("key: cannot be cleared");
        }
        if (after.prefix() != null || after.keyLength() != null) {
            throw RequestRefused.unprocessable("prefix, keyLength: are for new links only");
        }
        changed.fire(new LinkChanged(link.domain, link.key));
        if (!before.url().equals(after.url())) {
            link.leadTo(Destination.check(after.url(), shortDomain.name()));
        }
        if (!after.key().equals(before.key())) {
            link.key = LinkKey.chosen(after.key());
        }
        write(after, link);
        flush();
        changed.fire(new LinkChanged(link.domain, link.key));
        return link.view();
    }

    /**
     * Takes a link out of service and frees its key and its external id. What it has earned stays.
     *
     * @return its id
     * @throws RequestRefused not found
     */
    public String delete(String workspaceId, String idOrExternalId) {
        Link link = locked(workspaceId, idOrExternalId);
        link.live = null;
        link.updatedAt = clock.instant();
        changed.fire(new LinkChanged(link.domain, link.key));
        return link.id;
    }

    private LinkView create(String workspaceId, String programId, String partnerId, LinkDraft draft) {
        Link link = new Link();
        link.id = Ids.next("link", clock);
        link.workspaceId = workspaceId;
        link.live = true;
        link.programId = programId;
        link.partnerId = partnerId;
        link.leadTo(Destination.check(draft.url(), shortDomain.name()));
        write(draft, link);
        link.createdAt = link.updatedAt;
        link.key = draft.key() != null ? LinkKey.chosen(draft.key()) : freeKey(draft);
        database.persist(link);
        flush();
        changed.fire(new LinkChanged(link.domain, link.key));
        return link.view();
    }

    private void write(LinkDraft draft, Link link) {
        if (draft.domain() != null && !draft.domain().equalsIgnoreCase(shortDomain.name())) {
            throw RequestRefused.unprocessable("domain: is not a domain of this workspace");
        }
        link.domain = shortDomain.name();
        link.externalId = checked("externalId", draft.externalId(), EXTERNAL_ID_MAX);
        link.tenantId = checked("tenantId", draft.tenantId(), EXTERNAL_ID_MAX);
        link.comments = checked("comments", draft.comments(), COMMENTS_MAX);
        link.trackConversion = draft.trackConversion();
        link.archived = draft.archived();
        link.updatedAt = clock.instant();
    }

    private static String checked(String field, String text, int lengthMax) {
        if (text != null && (text.isEmpty() || text.length() > lengthMax)) {
            throw RequestRefused.unprocessable(field + ": must be 1 to " + lengthMax + " characters");
        }
        return text;
    }

    private String freeKey(LinkDraft draft) {
        for (int attempt = 0; attempt < RANDOM_KEY_ATTEMPTS_MAX; attempt++) {
            String key = LinkKey.random(draft.prefix(), draft.keyLength());
            boolean taken = !database.createQuery("select l.id from Link l where l.domain = :domain and l.key = :key"
                            + " and l.live = true", String.class)
                    .setParameter("domain", shortDomain.name()).setParameter("key", key).getResultList().isEmpty();
            if (!taken) {
                return key;
            }
        }
        throw RequestRefused.conflict("keyLength: nearly all keys of this length are taken, ask for a longer one");
    }

    /** The unique keys have the last word: of two callers at once one gets a conflict. */
    private void flush() {
        try {
            database.flush();
        } catch (ConstraintViolationException e) {
            String message = String.valueOf(e.getSQLException().getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("link_external_id")) {
                throw RequestRefused.conflict("externalId: another link has it");
            }
            if (message.contains("link_address")) {
                throw RequestRefused.conflict("key: another link has it");
            }
            throw e;
        }
    }

    private Link locked(String workspaceId, String idOrExternalId) {
        return entity(workspaceId, idOrExternalId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> RequestRefused.notFound("Link " + idOrExternalId + " was not found"));
    }

    private Optional<Link> entity(String workspaceId, String idOrExternalId, LockModeType lock) {
        boolean external = idOrExternalId.startsWith(EXTERNAL_PREFIX);
        return database.createQuery("select l from Link l where l.workspaceId = :workspace and l.live = true and "
                        + (external ? "l.externalId" : "l.id") + " = :id", Link.class)
                .setParameter("workspace", workspaceId)
                .setParameter("id", external ? idOrExternalId.substring(EXTERNAL_PREFIX.length()) : idOrExternalId)
                .setLockMode(lock).getResultList().stream().findFirst();
    }

    private <T> TypedQuery<T> filtered(String select, String workspaceId, LinkFilter filter, String end,
                                       Class<T> type) {
        return database.createQuery(select + FILTERED + end, type).setParameter("workspace", workspaceId)
                .setParameter("showArchived", filter.showArchived())
                .setParameter("domain", filter.domain() == null ? null : filter.domain().toLowerCase(Locale.ROOT))
                .setParameter("tenant", filter.tenantId())
                .setParameter("partner", filter.partnerId())
                .setParameter("search", filter.search() == null ? null
                        : '%' + filter.search().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + '%');
    }
}
