package org.conversions.workspace;

import org.conversions.platform.RequestRefused;

/**
 * The choice which of Stripe's events count. Each setting is off until a workspace turns it on.
 *
 * @param trackFreeTrials         a free trial is a lead
 * @param trackQuantity           for as many leads as it has seats
 * @param paymentLinkLeadRewards  a lead that a payment link brought earns the partner the program's lead reward
 * @param paymentLinkLeadWebhooks and is reported to the merchant's own systems: always off, because nothing is sent to them yet
 * @param customerLeadRewards     a lead that a Stripe customer with metadata brought earns the lead reward
 * @param matchByEmail            a buyer who is known by nothing else is recognised by the email
 */
public record StripeSettings(boolean trackFreeTrials, boolean trackQuantity, boolean paymentLinkLeadRewards,
                             boolean paymentLinkLeadWebhooks, boolean customerLeadRewards, boolean matchByEmail) {

    public static final StripeSettings NONE = new StripeSettings(false, false, false, false, false, false);

    /** A change of these settings; null leaves one as it is. */
    public record Change(Boolean trackFreeTrials, Boolean trackQuantity, Boolean paymentLinkLeadRewards,
                         Boolean paymentLinkLeadWebhooks, Boolean customerLeadRewards, Boolean matchByEmail) {
    }

    /** @throws RequestRefused unprocessable for what this server cannot do, naming the field */
    StripeSettings changedBy(Change change) {
        if (Boolean.TRUE.equals(change.paymentLinkLeadWebhooks)) {
            throw RequestRefused.unprocessable("field_not_supported",
                    "paymentLinkLeadWebhooks: this server sends no webhooks yet");
        }
        return new StripeSettings(or(change.trackFreeTrials, trackFreeTrials), or(change.trackQuantity, trackQuantity),
                or(change.paymentLinkLeadRewards, paymentLinkLeadRewards),
                or(change.paymentLinkLeadWebhooks, paymentLinkLeadWebhooks),
                or(change.customerLeadRewards, customerLeadRewards), or(change.matchByEmail, matchByEmail));
    }

    private static boolean or(Boolean wanted, boolean known) {
        return wanted == null ? known : wanted;
    }
}
