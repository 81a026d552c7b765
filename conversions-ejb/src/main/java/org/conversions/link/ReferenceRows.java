package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.address.Destination;
import org.conversions.address.LinkKey;
import org.conversions.link.domain.ShortDomain;
import org.conversions.link.tag.TagName;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.setup.Installation;

/** Reads what drafts refer to: for all of them together one query for each kind of thing that any of them names. */
@ApplicationScoped
class ReferenceRows {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Installation installation;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Clock clock;

    /** @return the check of these drafts */
    LinkCheck check(WorkspaceId workspaceId, Collection<LinkDraft> drafts) {
        return new LinkCheck(of(workspaceId, drafts), clock.instant());
    }

    References of(WorkspaceId workspaceId, Collection<LinkDraft> drafts) {
        Map<String, Boolean> domains = new HashMap<>();
        String primary = null;
        for (Object[] row : database.createQuery("select d.slug, d.verified, d.primaryDomain from Domain d"
                        + " where d.workspaceId = :workspace", Object[].class)
                .setParameter("workspace", workspaceId).getResultList()) {
            boolean verified = Boolean.TRUE.equals(row[1]);
            domains.put((String) row[0], verified);
            primary = verified && (Boolean) row[2] ? (String) row[0] : primary;
        }
        Map<String, String> tagsByName = new HashMap<>();
        strings("select g.nameKey, g.id from Tag g where g.workspaceId = :workspace and g.nameKey in :names",
                workspaceId, drafts.stream().map(draft -> draft.tags().names()).filter(Objects::nonNull)
                        .flatMap(List::stream).map(TagName::key))
                .forEach(row -> tagsByName.put(row[0], row[1]));
        Set<String> tagIds = first(strings("select g.id, g.id from Tag g where g.workspaceId = :workspace"
                + " and g.id in :names", workspaceId, drafts.stream().flatMap(draft -> draft.tags().ids().stream())));
        Set<String> folderIds = first(strings("select f.id, f.id from Folder f where f.workspaceId = :workspace"
                + " and f.id in :names", workspaceId, drafts.stream().map(LinkDraft::folderId)
                .filter(Objects::nonNull)));
        boolean frontPage = drafts.stream().anyMatch(draft -> LinkKey.ROOT.equals(draft.key()))
                && installation.isOperators(workspaceId);
        return new References(shortDomain.name(), domains, primary, tagIds, tagsByName, folderIds, hosts(drafts), frontPage);
    }

    /** @return those hosts of the drafts' addresses that short links live on, whosever they are */
    private Set<String> hosts(Collection<LinkDraft> drafts) {
        Set<String> hosts = new HashSet<>();
        for (String address : drafts.stream().flatMap(draft -> draft.addresses().stream()).toList()) {
            try {
                hosts.add(Destination.host(Destination.check("url", address, "")));
            } catch (RequestRefused e) {
                // The check of its own link says so, and in that link's words.
                continue;
            }
        }
        return hosts.isEmpty() ? Set.of() : Set.copyOf(database.createQuery(
                        "select d.slug from Domain d where d.slug in :hosts and d.verified = true", String.class)
                .setParameter("hosts", List.copyOf(hosts)).getResultList());
    }

    private List<String[]> strings(String query, WorkspaceId workspaceId, Stream<String> names) {
        Set<String> wanted = names.collect(Collectors.toSet());
        return wanted.isEmpty() ? List.of() : database.createQuery(query, Object[].class)
                .setParameter("workspace", workspaceId).setParameter("names", List.copyOf(wanted))
                .getResultStream().map(row -> new String[] {(String) row[0], (String) row[1]}).toList();
    }

    private static Set<String> first(List<String[]> rows) {
        return rows.stream().map(row -> row[0]).collect(Collectors.toSet());
    }
}
