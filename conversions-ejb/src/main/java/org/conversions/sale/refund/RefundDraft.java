package org.conversions.sale.refund;

import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/**
 * A refund that a merchant reports.
 *
 * @param refundId the merchant's name for it, so that it counts once; null for one that counts whenever it is reported
 * @param amount   in minor units of the currency that the sale was reported in, more than 0; null for all that is left
 * @param currency null for that currency
 */
public record RefundDraft(String refundId, Long amount, String currency) {

    private static final int REFUND_ID_MAX = TextColumn.LENGTH_MAX;

    /** @throws RequestRefused unprocessable, naming the field */
    public RefundDraft {
        refundId = refundId == null || refundId.isBlank() ? null : refundId.strip();
        if (refundId != null && refundId.length() > REFUND_ID_MAX) {
            throw RequestRefused.unprocessable("field_too_long",
                    "refundId: must have at most " + REFUND_ID_MAX + " characters");
        }
        if (amount != null && amount <= 0) {
            throw RequestRefused.unprocessable("field_out_of_range", "amount: must be more than 0");
        }
    }
}
