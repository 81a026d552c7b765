package org.conversions.account;

import org.conversions.platform.id.WorkspaceId;

/**
 * Reports, in this transaction, that a person belongs to a workspace no more, or may do less there: what was granted in the
 * person's name ends.
 */
public record MembershipEnded(WorkspaceId workspaceId, String personId) {
}
