package org.conversions.tracking;

import org.conversions.customer.CustomerView;

/** The answer to a reported lead. @param clickId that the customer goes back to. @param counted false for a repetition */
public record TrackedLead(CustomerView customer, String clickId, String linkId, boolean counted) {
}
