package org.conversions.link;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.conversions.address.Destination;
import org.conversions.address.LinkKey;
import org.conversions.link.LinkDraft.TagChoice;
import org.conversions.link.domain.ShortDomain;
import org.conversions.link.tag.LinkTags;
import org.conversions.link.tag.TagView;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.secret.SecretBox;
import org.conversions.platform.secret.TokenHash;
import org.conversions.setup.Installation;
import org.hibernate.exception.ConstraintViolationException;

/**
 * One try of what {@link LinkChanges} does, in the caller's transaction or one of its own. However many links there
 * are, the number of queries is the same.
 */
@Stateless
public class LinkWriter {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private LinkTags tags;
    @Inject
    private Clock clock;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private SecretBox secrets;
    @Inject
    private Installation installation;
    @Inject
    private Event<LinkChanged> changed;

    public List<CreatedLink> create(String workspaceId, List<NewLink> wishes) {
        LinkCheck check = check(workspaceId, wishes.stream().map(NewLink::draft).toList());
        List<LinkCandidate> all = wishes.stream().map(wish -> LinkCandidate.of(wish, check)).toList();
        new FreeAddresses(database).give(workspaceId, all);
        Map<LinkCandidate, Link> made = new LinkedHashMap<>();
        for (LinkCandidate wish : all) {
            if (wish.refused == null) {
                made.put(wish, insert(workspaceId, wish.link.partner(), wish.checked));
            }
        }
        database.flush();
        Map<String, LinkView> views = views(made.values());
        return all.stream().map(wish ->
                new CreatedLink(wish.refused == null ? views.get(made.get(wish).id) : null, wish.refused)).toList();
    }

    public List<LinkView> update(String workspaceId, List<String> names, UnaryOperator<LinkDraft> change) {
        Map<String, Link> found = locked(workspaceId, names);
        names.stream().filter(name -> !found.containsKey(name)).findFirst().ifPresent(name -> {
            throw notFound(name);
        });
        List<Link> links = names.stream().map(found::get).distinct().toList();
        change(workspaceId, links, change);
        Map<String, LinkView> views = views(links);
        return links.stream().map(link -> views.get(link.id)).toList();
    }

    /** @return the link that is meant as it is now, or empty when there is none */
    public Optional<LinkView> updateLike(String workspaceId, NewLink wish, UnaryOperator<LinkDraft> change) {
        return like(workspaceId, wish).map(link -> {
            if (wish.partner() != null && !wish.partnerId().equals(link.partnerId)) {
                throw RequestRefused.conflict("partnerId: a link keeps its partner");
            }
            change(workspaceId, List.of(link), draft -> change.apply(draft).withoutRandomKey());
            return views(List.of(link)).get(link.id);
        });
    }

    /** The same, or makes it. What it was asked for by is unique: of two callers at once one loses and comes again. */
    public LinkView upsert(String workspaceId, NewLink wish, UnaryOperator<LinkDraft> change) {
        return updateLike(workspaceId, wish, change).orElseGet(() -> {
            LinkView made = create(workspaceId, List.of(wish)).get(0).orThrow();
            if (wish.draft().key() == null && externalId(wish) == null) {
                database.createQuery("update Link l set l.urlClaim = :claim where l.id = :id")
                        .setParameter("claim", claim(wish, made.url())).setParameter("id", made.id()).executeUpdate();
            }
            return made;
        });
    }

    /** @return the ids of those that were there */
    public List<String> delete(String workspaceId, List<String> names) {
        List<Link> links = locked(workspaceId, names).values().stream().distinct().toList();
        links.forEach(this::end);
        return links.stream().map(link -> link.id).toList();
    }

    public LinkView transfer(String workspaceId, String name, String newWorkspaceId) {
        Link link = Optional.ofNullable(locked(workspaceId, List.of(name)).get(name))
                .orElseThrow(() -> notFound(name));
        if (workspaceId.equals(newWorkspaceId)) {
            throw RequestRefused.unprocessable("newWorkspaceId: the link is there already");
        }
        if (link.partnerId != null) {
            throw RequestRefused.conflict("A partner's link belongs to the program and cannot be transferred.");
        }
        if (!link.domain.equals(shortDomain.name())) {
            throw RequestRefused.unprocessable("domain: only a link on " + shortDomain.name()
                    + " can be transferred, the other workspace does not have " + link.domain);
        }
        LinkDraft draft = link.draft(List.of(), secrets);
        known(newWorkspaceId, List.of(draft)).refuseFrontPage(link.domain, link.key);
        end(link);
        database.flush();
        Link copy = insert(newWorkspaceId, null, new LinkDraft(draft.url(), draft.domain(), draft.key(), null, null,
                draft.externalId(), draft.tenantId(), draft.comments(), draft.trackConversion(), draft.archived(),
                null, TagChoice.NONE, draft.rules()));
        flush();
        return copy.view(List.of(), secrets);
    }

    static RequestRefused notFound(String name) {
        return RequestRefused.notFound("Link " + name + " was not found");
    }

    private Link insert(String workspaceId, LinkPartner partner, LinkDraft checked) {
        Instant now = clock.instant();
        Link link = new Link();
        link.id = Ids.next("link", clock);
        link.workspaceId = workspaceId;
        link.live = true;
        link.programId = partner == null ? null : partner.programId();
        link.partnerId = partner == null ? null : partner.partnerId();
        link.write(checked, secrets, now);
        link.createdAt = now;
        database.persist(link);
        tags.add(link.id, checked.tags().ids());
        changed.fire(new LinkChanged(link.domain, link.key));
        return link;
    }

    private void end(Link link) {
        link.live = null;
        link.updatedAt = clock.instant();
        changed.fire(new LinkChanged(link.domain, link.key));
    }

    private void change(String workspaceId, List<Link> links, UnaryOperator<LinkDraft> change) {
        Map<String, List<TagView>> tagsBefore = tags.of(links.stream().map(link -> link.id).toList());
        Map<Link, LinkDraft> before = new LinkedHashMap<>();
        Map<Link, LinkDraft> after = new LinkedHashMap<>();
        for (Link link : links) {
            LinkDraft draft = link.draft(tagsBefore.getOrDefault(link.id, List.of()), secrets);
            LinkDraft wanted = change.apply(draft);
            if (!wanted.equals(draft)) {
                before.put(link, draft);
                after.put(link, wanted);
            }
        }
        if (after.isEmpty()) {
            return;
        }
        LinkCheck check = check(workspaceId, after.values());
        Map<String, List<String>> retagged = new LinkedHashMap<>();
        after.forEach((link, wanted) -> {
            refuseWhatStays(link, wanted);
            LinkDraft checked = check.checked(wanted, before.get(link));
            changed.fire(new LinkChanged(link.domain, link.key));
            if (!checked.tags().equals(before.get(link).tags())) {
                retagged.put(link.id, checked.tags().ids());
            }
            link.write(checked, secrets, clock.instant());
            changed.fire(new LinkChanged(link.domain, link.key));
        });
        flush();
        tags.replace(retagged);
    }

    private static void refuseWhatStays(Link link, LinkDraft wanted) {
        if (link.partnerId != null && !wanted.trackConversion()) {
            throw RequestRefused.unprocessable("trackConversion: a partner's link always tracks conversions");
        }
        if (wanted.key() == null) {
            throw RequestRefused.unprocessable("key: cannot be cleared");
        }
        if (wanted.domain() == null) {
            throw RequestRefused.unprocessable("domain: cannot be cleared");
        }
        if (wanted.prefix() != null || wanted.keyLength() != null) {
            throw RequestRefused.unprocessable("prefix, keyLength: are for new links only");
        }
    }

    private LinkCheck check(String workspaceId, Collection<LinkDraft> drafts) {
        return new LinkCheck(known(workspaceId, drafts), clock.instant());
    }

    private References known(String workspaceId, Collection<LinkDraft> drafts) {
        return new ReferenceRows(database, installation, shortDomain.name()).of(workspaceId, drafts);
    }

    /** The unique keys have the last word: of two callers at once one gets a conflict. */
    private void flush() {
        try {
            database.flush();
        } catch (ConstraintViolationException e) {
            String message = String.valueOf(e.getSQLException().getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("link_external_id")) {
                throw FreeAddresses.externalIdTaken();
            }
            if (message.contains("link_address")) {
                throw FreeAddresses.keyTaken();
            }
            throw e;
        }
    }

    private Optional<Link> like(String workspaceId, NewLink wish) {
        LinkDraft draft = wish.draft();
        if (externalId(wish) != null) {
            String name = Links.EXTERNAL_PREFIX + draft.externalId();
            return Optional.ofNullable(locked(workspaceId, List.of(name)).get(name));
        }
        List<String> ids;
        if (draft.key() != null) {
            ids = database.createQuery("select l.id from Link l where l.workspaceId = :workspace and l.live = true"
                            + " and l.domain = :domain and l.key = :key", String.class)
                    .setParameter("workspace", workspaceId)
                    .setParameter("domain", known(workspaceId, List.of(draft)).domain(draft.domain()))
                    .setParameter("key", LinkKey.composed(draft.key())).getResultList();
        } else {
            String url = Destination.check("url", draft.url(), shortDomain.name());
            LinkFilter filter = new LinkFilter(draft.domain(), null, wish.partnerId(), null, null, true, List.of(),
                    List.of(), false);
            Conditions conditions = filter.conditions(workspaceId).and("l.urlStart = :start", "start", Link.start(url))
                    .and("l.url = :url" + (wish.partner() == null ? " and l.partnerId is null" : ""), "url", url);
            ids = conditions.bind(database.createQuery("select l.id from Link l" + conditions.text() + " order by l.id",
                    String.class)).setMaxResults(1).getResultList();
        }
        return ids.isEmpty() ? Optional.empty()
                : Optional.ofNullable(locked(workspaceId, ids).get(ids.get(0)));
    }

    private static String externalId(NewLink wish) {
        String externalId = wish.draft().externalId();
        return externalId == null || externalId.isEmpty() ? null : externalId;
    }

    private static String claim(NewLink wish, String url) {
        String domain = wish.draft().domain() == null ? "" : wish.draft().domain().toLowerCase(Locale.ROOT);
        return TokenHash.sha256(String.join("\n", domain, String.valueOf(wish.partnerId()), url));
    }

    /** Locks in the order of the ids, as everybody does. @return the links by all the names they were asked for by */
    private Map<String, Link> locked(String workspaceId, List<String> names) {
        Map<Boolean, List<String>> kinds = names.stream().distinct()
                .collect(Collectors.partitioningBy(name -> name.startsWith(Links.EXTERNAL_PREFIX)));
        Map<String, String> ids = new HashMap<>();
        kinds.get(false).forEach(id -> ids.put(id, id));
        if (!kinds.get(true).isEmpty()) {
            database.createQuery("select l.id, l.externalId from Link l where l.workspaceId = :workspace"
                            + " and l.live = true and l.externalId in :names", Object[].class)
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

    private Map<String, LinkView> views(Collection<Link> links) {
        Map<String, List<TagView>> known = tags.of(links.stream().map(link -> link.id).toList());
        return links.stream().map(link -> link.view(known.getOrDefault(link.id, List.of()), secrets))
                .collect(Collectors.toMap(LinkView::id, Function.identity()));
    }
}
