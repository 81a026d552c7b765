package org.conversions.commission;

import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** The conditions of a list of commissions; null does not filter. @param start by the time they were earned */
public record CommissionFilter(WorkspaceId workspaceId, Mode mode, String type, String status, String customerId,
                               String partnerId, String tenantId, String invoiceId, String payoutId, String groupId, String partnerTagId,
                               Instant start, Instant end) {

    /** Does not look at tags. */
    public CommissionFilter(WorkspaceId workspaceId, Mode mode, String type, String status, String customerId, String partnerId,
                            String tenantId, String invoiceId, String payoutId, String groupId, Instant start, Instant end) {
        this(workspaceId, mode, type, status, customerId, partnerId, tenantId, invoiceId, payoutId, groupId, null, start, end);
    }
}
