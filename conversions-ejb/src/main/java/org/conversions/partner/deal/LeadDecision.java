package org.conversions.partner.deal;

import org.conversions.customer.CustomerField;
import org.conversions.money.Currencies;
import org.conversions.money.StoredMoney;
import org.conversions.platform.RequestRefused;

/**
 * The merchant's word on a submitted lead. Pure.
 *
 * @param externalId the merchant's own id of the person; null for the email. With the statuses that make a lead only
 * @param won        what was sold; with {@code closedWon} only, else null
 */
public record LeadDecision(SubmittedStatus status, String externalId, Won won) {

    /**
     * The sale of a deal.
     *
     * @param saleAmount       minor units, more than 0; null when the payments come by Stripe
     * @param currency         small letters; null for the workspace's
     * @param stripeCustomerId by which later payments are the partner's, too; null for none
     * @param invoiceId        of Stripe's invoice for the same sale, which is then counted once; null for none
     */
    public record Won(Long saleAmount, String currency, String stripeCustomerId, String invoiceId) {

        private static final Won NOTHING = new Won(null, null, null, null);

        private Won checked() {
            if (saleAmount == null && stripeCustomerId == null) {
                throw RequestRefused.unprocessable("field_missing", "saleAmount: is required, unless stripeCustomerId says by whose"
                        + " payments the deal is paid");
            }
            if (saleAmount != null && (saleAmount < 1 || saleAmount > StoredMoney.MINOR_MAX)) {
                throw RequestRefused.unprocessable("field_out_of_range", "saleAmount: must be 1 to " + StoredMoney.MINOR_MAX);
            }
            if (saleAmount == null && (currency != null || invoiceId != null)) {
                throw RequestRefused.unprocessable("fields_conflicting", "currency, invoiceId: are for a saleAmount only");
            }
            if (currency != null && !Currencies.known(currency)) {
                throw RequestRefused.unprocessable("field_value_unknown", "currency: must be a code of ISO 4217");
            }
            if (invoiceId != null && (invoiceId.isBlank() || invoiceId.length() > INVOICE_ID_MAX)) {
                throw RequestRefused.unprocessable("field_length_invalid", "invoiceId: must have 1 to " + INVOICE_ID_MAX + " characters");
            }
            return new Won(saleAmount, currency, stripeCustomerId == null ? null
                    : CustomerField.STRIPE_CUSTOMER_ID.checked(stripeCustomerId), invoiceId);
        }
    }

    /** As long as an id of Stripe's. */
    private static final int INVOICE_ID_MAX = 255;

    /** @return the same as it is kept @throws RequestRefused unprocessable, naming the field */
    LeadDecision checked() {
        if (status == null) {
            throw RequestRefused.unprocessable("field_missing", "status: is required");
        }
        if (externalId != null && !status.isLead()) {
            throw RequestRefused.unprocessable("fields_conflicting", "externalId: is for qualified and closedWon only");
        }
        if (status != SubmittedStatus.CLOSED_WON && won != null && !won.equals(Won.NOTHING)) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    "saleAmount, currency, stripeCustomerId, invoiceId: are for closedWon only");
        }
        return new LeadDecision(status, externalId == null ? null : CustomerField.EXTERNAL_ID.checked(externalId),
                status == SubmittedStatus.CLOSED_WON ? (won == null ? Won.NOTHING : won).checked() : null);
    }
}
