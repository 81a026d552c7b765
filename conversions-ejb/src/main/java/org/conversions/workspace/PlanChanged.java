package org.conversions.workspace;

import org.conversions.platform.id.WorkspaceId;

/** Fired in the transaction that gives a workspace another plan. What a lower plan does not include has to end. */
public record PlanChanged(WorkspaceId workspaceId, Plan before, Plan after) {
}
