package org.conversions.customer;

import java.util.Set;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

/**
 * Fired when the clicks of several buyers of a workspace were read at once: what is known of them and of their links may be read at
 * once as well.
 */
public record ClicksRead(WorkspaceId workspaceId, Set<CustomerId> customerIds, Set<LinkId> linkIds) {
}
