package org.conversions.link;

import java.util.List;
import java.util.Locale;
import org.conversions.link.tag.TagName;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;

/**
 * The choice of links of a workspace. What is null or empty does not limit.
 *
 * @param search       part of the key or of the destination, whatever its case
 * @param showArchived whether archived links are among them
 * @param tagIds       links that have one of these
 * @param tagNames     links that have one of these, in any case; not read when there are ids
 * @param withTags     only links that have a tag
 */
public record LinkFilter(String domain, String tenantId, String partnerId, String folderId, String search,
                         boolean showArchived, List<String> tagIds, List<String> tagNames, boolean withTags) {

    /** All links of a partner, archived ones too. */
    public static LinkFilter ofPartner(String partnerId) {
        return new LinkFilter(null, null, partnerId, null, null, true, List.of(), List.of(), false);
    }

    /** @return the conditions on links {@code l} in JPQL; those on tags name the links that have them */
    Conditions conditions(WorkspaceId workspaceId) {
        Conditions conditions = new Conditions("l.workspaceId = :workspace", workspaceId).and("l.live = true");
        if (!showArchived) {
            conditions.and("l.archived = false");
        }
        conditions.and("l.domain = :domain", "domain", domain == null ? null : domain.toLowerCase(Locale.ROOT))
                .and("l.tenantId = :tenant", "tenant", tenantId)
                .and("l.partnerId = :partner", "partner", partnerId)
                .and("l.folderId = :folder", "folder", folderId)
                .andContains("(lower(l.key) like :search escape '!' or lower(l.url) like :search escape '!')", "search", search);
        if (!tagIds.isEmpty()) {
            conditions.and("l.id in (select x.linkId from LinkTag x where x.tagId in :tags)", "tags", tagIds);
        } else if (!tagNames.isEmpty()) {
            conditions.and("l.id in (select x.linkId from LinkTag x join Tag g on g.id = x.tagId"
                    + " where g.workspaceId = :workspace and g.nameKey in :names)", "names",
                    tagNames.stream().map(TagName::key).toList());
        } else if (withTags) {
            conditions.and("exists (select 1 from LinkTag x where x.linkId = l.id)");
        }
        return conditions;
    }
}
