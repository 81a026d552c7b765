package org.conversions.workspace;

/** Fired in the transaction that gives a workspace another plan. What a lower plan does not include has to end. */
public record PlanChanged(String workspaceId, Plan before, Plan after) {
}
