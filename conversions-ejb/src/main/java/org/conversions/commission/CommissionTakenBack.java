package org.conversions.commission;

import org.conversions.money.Money;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;

/**
 * A part of a commission was taken back in this transaction.
 *
 * @param entryId the entry that holds it
 * @param saleId  null for the commission of a lead
 * @param change  negative: what is taken back of the partner's part
 */
public record CommissionTakenBack(WorkspaceId workspaceId, String commissionId, String entryId, PartnerId partnerId, SaleId saleId,
                                  Money change) {
}
