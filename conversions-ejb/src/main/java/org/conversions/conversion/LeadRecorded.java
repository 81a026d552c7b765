package org.conversions.conversion;

import java.time.Instant;
import org.conversions.workspace.Mode;

/** A lead was recorded in this transaction. @param quantity how many leads it counts for */
public record LeadRecorded(String leadId, String workspaceId, Mode mode, String customerId, String linkId,
                           LeadSource source, int quantity, Instant occurredAt) {
}
