package org.conversions.reward;

import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** CDI event: a program rewards clicks by terms that hold since a time, in the transaction that is under way. */
public record ClicksRewarded(WorkspaceId workspaceId, String programId, Instant since) {
}
