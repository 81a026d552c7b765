package org.conversions.web.api.customer;

import java.util.List;
import org.conversions.report.customer.CustomerEvent;

/**
 * The activity of a customer.
 *
 * @param ltv    what the customer is worth so far: all sales less what went back, in minor units
 * @param events the newest first, at most 200
 */
public record ActivityAnswer(CustomerAnswer customer, long ltv, List<CustomerEvent> events) {
}
