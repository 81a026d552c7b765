package org.conversions.commission;

import org.conversions.money.Money;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;

/**
 * A partner earned in this transaction: a commission was made, or came to more than before.
 *
 * @param entryId  the entry that holds it
 * @param saleId   null for the commission of a lead
 * @param earnings more than 0
 */
public record CommissionEarned(WorkspaceId workspaceId, String commissionId, String entryId, PartnerId partnerId, SaleId saleId,
                               Money earnings) {
}
