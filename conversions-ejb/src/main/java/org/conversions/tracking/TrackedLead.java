package org.conversions.tracking;

import org.conversions.customer.CustomerView;

/** @param clickId the click that the customer goes back to. @param counted false when it had been told before */
public record TrackedLead(CustomerView customer, String clickId, String linkId, boolean counted) {
}
