package org.conversions.commission;

/**
 * A part of a commission was taken back in this transaction.
 *
 * @param saleId   null for the commission of a lead
 * @param earnings what was taken, positive, minor units
 */
public record CommissionTakenBack(String commissionId, String partnerId, String saleId, long earnings,
                                  String currency) {
}
