package org.conversions.commission;

import org.conversions.money.Money;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.SaleId;

/**
 * A partner earned in this transaction: a commission was made, or came to more than before.
 *
 * @param saleId   null for the commission of a lead
 * @param earnings more than 0
 */
public record CommissionEarned(String commissionId, PartnerId partnerId, SaleId saleId, Money earnings) {
}
