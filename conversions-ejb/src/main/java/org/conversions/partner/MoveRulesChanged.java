package org.conversions.partner;

import org.conversions.platform.id.WorkspaceId;

/** CDI event: a group of a program has other rules for who is moved into it, in the transaction that is under way. */
public record MoveRulesChanged(WorkspaceId workspaceId, String programId) {
}
