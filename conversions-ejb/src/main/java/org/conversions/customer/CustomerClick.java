package org.conversions.customer;

import java.time.Instant;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;

/**
 * A click that brought a customer.
 *
 * @param namedAt when it was first reported, by the clock of the source: the time of Stripe's event, not ours
 * @param namedBy the source of that report
 */
public record CustomerClick(ClickId clickId, LinkId linkId, Instant clickedAt, Instant namedAt, NamedBy namedBy) {
}
