package org.conversions.commission;

/** A commission was made in this transaction. @param earnings minor units of the currency */
public record CommissionEarned(String commissionId, String partnerId, String saleId, long earnings, String currency) {
}
