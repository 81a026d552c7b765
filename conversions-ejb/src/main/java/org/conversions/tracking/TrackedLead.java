package org.conversions.tracking;

import org.conversions.customer.CustomerView;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;

/** The answer to a reported lead. @param clickId that the customer goes back to. @param counted false for a repetition */
public record TrackedLead(CustomerView customer, ClickId clickId, LinkId linkId, boolean counted) {
}
