package org.conversions.conversion;

import java.util.Collection;
import java.util.Comparator;
import org.conversions.customer.CustomerClick;
import org.conversions.workspace.StripeSettings;

/**
 * The lead of a buyer whom a payment link, a Stripe customer or a direct sale brought: it goes back to the click that was
 * named first, and that is also its time and its source. Pure: the same clicks in any order give the same lead.
 *
 * @param rewardable DESIGN §4, lead side effects: such leads earn nothing unless a setting says so
 */
record SignUp(CustomerClick click, LeadSource source, boolean rewardable) {

    static final String EVENT_NAME = "Sign up";

    private static final Comparator<CustomerClick> BY_NAMING = Comparator.comparing(CustomerClick::namedAt)
            .thenComparing(CustomerClick::namedBy).thenComparing(CustomerClick::clickedAt)
            .thenComparing(CustomerClick::clickId);

    /** @param clicks at least one */
    static SignUp of(Collection<CustomerClick> clicks, StripeSettings settings) {
        CustomerClick first = clicks.stream().min(BY_NAMING).orElseThrow();
        return switch (first.namedBy()) {
            case API -> new SignUp(first, LeadSource.TRACKED, true);
            case PAYMENT_LINK -> new SignUp(first, LeadSource.PAYMENT_LINK, settings.paymentLinkLeadRewards());
            case STRIPE_CUSTOMER -> new SignUp(first, LeadSource.STRIPE_CUSTOMER, settings.customerLeadRewards());
            case DIRECT_SALE -> new SignUp(first, LeadSource.DIRECT_SALE, false);
        };
    }
}
