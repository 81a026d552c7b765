package org.conversions.link;

import java.time.Instant;
import java.util.List;
import org.conversions.address.Utm;
import org.conversions.link.tag.TagView;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/**
 * A link as other rooms see it.
 *
 * @param programId  the program whose partner it belongs to, or null
 * @param partnerId  the partner it belongs to, or null
 * @param live       false when it has been deleted: its past is still shown, but it leads nowhere
 * @param folderId   the folder it lies in, or null
 * @param tags       by name
 */
public record LinkView(LinkId id, WorkspaceId workspaceId, String domain, String key, boolean live, String url,
                       String externalId, String tenantId, String programId, PartnerId partnerId, boolean trackConversion,
                       boolean archived, String comments, Utm utm, String folderId, List<TagView> tags,
                       LinkRules rules, Instant createdAt, Instant updatedAt) {
}
