package org.conversions.web.api.sale;

import org.conversions.sale.refund.RefundDraft;

/**
 * A refund of a sale that was reported by the API.
 *
 * @param amount   in minor units of the sale's originalCurrency; left out for all that is left
 * @param currency may be left out; no other than the sale's originalCurrency
 * @param refundId what you know the refund by: reported again, it counts once
 */
public record RefundRequest(Long amount, String currency, String refundId) {

    RefundDraft draft() {
        return new RefundDraft(refundId, amount, currency == null || currency.isBlank() ? null : currency.strip());
    }
}
