package org.conversions.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;

/**
 * A click that brought a customer, or a discount code that did so in its place.
 *
 * @param namedAt when it was first reported, by the clock of the source: the time of Stripe's event, not ours
 * @param namedBy the source of that report
 * @param codeId  the discount code that stands for a click; null for a click
 */
public record CustomerClick(ClickId clickId, LinkId linkId, Instant clickedAt, Instant namedAt, NamedBy namedBy, String codeId) {

    static final Comparator<CustomerClick> BY_TIME =
            Comparator.comparing(CustomerClick::clickedAt).thenComparing(CustomerClick::clickId);

    public CustomerClick(ClickId clickId, LinkId linkId, Instant clickedAt, Instant namedAt, NamedBy namedBy) {
        this(clickId, linkId, clickedAt, namedAt, namedBy, null);
    }

    /** @return the same with times as exact as they are stored */
    CustomerClick asStored() {
        return new CustomerClick(clickId, linkId, clickedAt.truncatedTo(ChronoUnit.MILLIS), namedAt.truncatedTo(ChronoUnit.MILLIS),
                namedBy, codeId);
    }

    /** @return whether it is the report to keep of two about one click: one by a page gives way, then the earliest counts */
    boolean isBetterThan(CustomerClick other) {
        return other.namedBy == NamedBy.PAGE && namedBy != NamedBy.PAGE
                || other.namedAt != null && (other.namedAt.isAfter(namedAt)
                        || other.namedAt.equals(namedAt) && other.namedBy.text().compareTo(namedBy.text()) > 0);
    }
}
