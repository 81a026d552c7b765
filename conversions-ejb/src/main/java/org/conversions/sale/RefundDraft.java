package org.conversions.sale;

import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/**
 * A refund that a merchant tells.
 *
 * @param refundId what the merchant knows it by, so that it counts once; null for one that counts whenever it is told
 * @param amount   in minor units of the currency that the sale was told in, more than 0; null for all that is left
 * @param currency null for that currency
 */
public record RefundDraft(String refundId, Long amount, String currency) {

    private static final int REFUND_ID_MAX = TextColumn.LENGTH_MAX;

    /** @throws RequestRefused unprocessable, naming the field */
    public RefundDraft {
        refundId = refundId == null || refundId.isBlank() ? null : refundId.strip();
        if (refundId != null && refundId.length() > REFUND_ID_MAX) {
            throw RequestRefused.unprocessable("refundId: must have at most " + REFUND_ID_MAX + " characters");
        }
        if (amount != null && amount <= 0) {
            throw RequestRefused.unprocessable("amount: must be more than 0");
        }
    }
}
