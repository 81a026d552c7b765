package org.conversions.web.api.customer;

import java.util.List;
import org.conversions.report.customer.CustomerEvent;
import org.conversions.report.customer.Subscription;
import org.conversions.web.openapi.Required;

/**
 * The activity of a customer.
 *
 * @param ltv           what the customer is worth so far: all sales less what went back, in minor units
 * @param events        the newest first, at most 200
 * @param clicks        the clicks of the events that are still kept, with where they came from
 * @param links         the links of the events
 * @param earnings      what partners earned by it, the newest first; null for whoever may not read commissions
 * @param subscriptions at Stripe, at most 50
 */
public record ActivityAnswer(CustomerAnswer customer, long ltv, List<CustomerEvent> events, @Required List<ClickFacts> clicks,
                             @Required List<CustomerAnswer.CustomerLink> links, List<EarningAnswer> earnings,
                             @Required List<Subscription> subscriptions) {
}
