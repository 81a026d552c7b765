package org.conversions.stripe.connect;

import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Reports that a workspace's key was set or replaced, in this transaction: Stripe may now answer what it did not before. */
public record AccessChanged(WorkspaceId workspaceId, Mode mode) {
}
