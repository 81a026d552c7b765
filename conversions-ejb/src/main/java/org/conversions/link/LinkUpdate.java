package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.conversions.link.tag.LinkTags;
import org.conversions.link.tag.TagView;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SecretBox;

/** Changes links in the transaction of the caller: all of them or none. */
@ApplicationScoped
class LinkUpdate {

    @Inject
    private LinkTags tags;
    @Inject
    private Clock clock;
    @Inject
    private SecretBox secrets;
    @Inject
    private ReferenceRows references;
    @Inject
    private LinkRows rows;
    @Inject
    private Event<LinkChanged> changed;

    /**
     * @return the links in the order in which they were named, each once
     * @throws RequestRefused as {@link LinkChanges#updateMany}
     */
    List<LinkView> update(WorkspaceId workspaceId, List<String> idsOrExternalIds, UnaryOperator<LinkDraft> change) {
        Map<String, Link> found = rows.locked(workspaceId, idsOrExternalIds);
        idsOrExternalIds.stream().filter(name -> !found.containsKey(name)).findFirst().ifPresent(name -> {
            throw LinkRows.notFound(name);
        });
        return updateLocked(workspaceId, idsOrExternalIds.stream().map(found::get).distinct().toList(), change);
    }

    /** @return the links as they are now, in their order */
    List<LinkView> updateLocked(WorkspaceId workspaceId, List<Link> links, UnaryOperator<LinkDraft> change) {
        write(workspaceId, links, change);
        Map<LinkId, LinkView> views = rows.views(links);
        return links.stream().map(link -> views.get(new LinkId(link.id))).toList();
    }

    private void write(WorkspaceId workspaceId, List<Link> links, UnaryOperator<LinkDraft> change) {
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
        LinkCheck check = references.check(workspaceId, after.values());
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
        rows.flush();
        tags.replace(retagged);
    }

    private static void refuseWhatStays(Link link, LinkDraft wanted) {
        if (link.partnerId != null && !wanted.trackConversion()) {
            throw RequestRefused.unprocessable("field_not_allowed",
                    "trackConversion: a partner's link always tracks conversions");
        }
        if (wanted.key() == null) {
            throw RequestRefused.unprocessable("field_missing", "key: cannot be cleared");
        }
        if (wanted.domain() == null) {
            throw RequestRefused.unprocessable("field_missing", "domain: cannot be cleared");
        }
        if (wanted.prefix() != null || wanted.keyLength() != null) {
            throw RequestRefused.unprocessable("field_not_allowed", "prefix, keyLength: are for new links only");
        }
    }
}
