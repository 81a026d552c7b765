package org.conversions.link;

import java.util.List;

/**
 * Which links of a workspace are meant. What is null or empty does not limit.
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
}
