package org.conversions.report.object;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.click.Click;
import org.conversions.customer.CustomerView;
import org.conversions.link.LinkView;
import org.conversions.partner.PartnerView;
import org.conversions.platform.id.PartnerId;
import org.conversions.sale.SaleDetails;

/**
 * A Stripe object as it is known here.
 *
 * @param link        that brought the newest of the sales, or else the buyer; null without one
 * @param click       null without one, and when it is not kept any more
 * @param customer    null when the buyer is not known
 * @param sales       the newest first
 * @param commissions by the id of their sale
 * @param events      of the object and of what belongs to it, the newest first
 */
public record StripeObjectView(String id, StripeObjectKind kind, LinkView link, Click click, CustomerView customer,
                               PartnerView partner, List<SaleDetails> sales, Map<String, Earned> commissions,
                               List<EventLine> events) {

    /** The commission of a sale. @param earnings what is left of it, in minor units */
    public record Earned(String id, PartnerId partnerId, String status, long earnings, String currency) {
    }

    /** An event with what became of it. */
    public record EventLine(String id, String stripeEventId, String type, String objectId, String state, String reason,
                            String explanation, Instant createdAt) {
    }

    /** Returns whether a link is credited with it. */
    public boolean tracked() {
        return link != null;
    }

    /** Returns the newest event that had a reason not to do what it is for. */
    public Optional<EventLine> untracked() {
        return events.stream().filter(event -> event.reason() != null).findFirst();
    }
}
