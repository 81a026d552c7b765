package org.conversions.sale;

import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** The conditions of a list of sales; null does not filter. @param start by the time they were paid */
public record SaleFilter(WorkspaceId workspaceId, Mode mode, String customerId, String linkId, String invoiceId,
                         String currency, Boolean refunded, Boolean disputed, Instant start, Instant end) {
}
