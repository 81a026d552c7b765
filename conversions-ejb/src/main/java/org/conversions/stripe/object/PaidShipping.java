package org.conversions.stripe.object;

import org.conversions.money.Share;
import org.conversions.sale.draft.Composition;

/** Reads what of a session or an invoice was paid for shipping. What cannot be read is not known: it decides nothing about the sale. */
final class PaidShipping {

    private PaidShipping() {
    }

    /**
     * @param total  with tax, in minor units
     * @param counts the same without tax
     * @param older  where the amount stands without its tax, of objects that do not have {@code shipping_cost}; null for nowhere
     */
    static Composition composition(StripeObject paid, long total, long counts, String older) {
        if (total <= 0 || counts <= 0) {
            return Composition.UNKNOWN;
        }
        Share untaxed = new Share(Math.min(counts, total), total);
        try {
            long shipping = paid.has("shipping_cost") ? paid.optionalAmount("shipping_cost.amount_total").orElse(0L)
                    - paid.optionalAmount("shipping_cost.amount_tax").orElse(0L)
                    : older == null ? 0 : paid.optionalAmount(older).orElse(0L);
            return new Composition(untaxed, new Share(Math.max(0, Math.min(shipping, counts)), counts));
        } catch (MalformedObject e) {
            return new Composition(untaxed, null);
        }
    }
}
