package org.conversions.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import org.conversions.customer.CustomerClick;
import org.conversions.workspace.DecidingSettings;

/**
 * The lead of a buyer whom a payment link, a Stripe customer, a direct sale or a discount code brought: it goes back to the click that was
 * named first, and that is also its time and its source. Pure: the same clicks in any order give the same lead.
 *
 * @param rewardable such leads earn nothing unless a setting said so at that time
 */
record SignUp(CustomerClick click, LeadSource source, boolean rewardable) {

    static final String EVENT_NAME = "Sign up";

    private static final Comparator<CustomerClick> BY_NAMING = Comparator.comparing(CustomerClick::namedAt)
            .thenComparing(CustomerClick::namedBy).thenComparing(CustomerClick::clickedAt)
            .thenComparing(CustomerClick::clickId);

    /**
     * @param clicks   at least one
     * @param settings those that were in force at a time
     */
    static SignUp of(Collection<CustomerClick> clicks, Function<Instant, DecidingSettings> settings) {
        CustomerClick first = clicks.stream().min(BY_NAMING).orElseThrow();
        DecidingSettings then = settings.apply(first.namedAt());
        return switch (first.namedBy()) {
            case API -> new SignUp(first, LeadSource.TRACKED, true);
            case PAYMENT_LINK -> new SignUp(first, LeadSource.PAYMENT_LINK, then.paymentLinkLeadRewards());
            case STRIPE_CUSTOMER -> new SignUp(first, LeadSource.STRIPE_CUSTOMER, then.customerLeadRewards());
            case SUBMITTED -> new SignUp(first, LeadSource.SUBMITTED, true);
            case DISCOUNT_CODE -> new SignUp(first, LeadSource.DISCOUNT_CODE, true);
            case DIRECT_SALE, PAGE -> new SignUp(first, LeadSource.DIRECT_SALE, false);
        };
    }
}
