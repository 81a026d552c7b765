package org.conversions.commission;

/**
 * A partner earned in this transaction: a commission was made, or came to more than before.
 *
 * @param saleId   null for the commission of a lead
 * @param earnings minor units of the currency
 */
public record CommissionEarned(String commissionId, String partnerId, String saleId, long earnings, String currency) {
}
