package org.conversions.account;

import org.conversions.platform.id.WorkspaceId;

/** A workspace that a person belongs to. */
public record MembershipView(WorkspaceId workspaceId, Role role) {
}
