package org.conversions.web.api.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.conversions.click.visit.VisitDetails;
import org.conversions.link.LinkView;
import org.conversions.link.domain.ShortDomain;
import org.conversions.report.FeedEvent;
import org.conversions.web.openapi.Required;

/**
 * A click, lead or sale without anything that says whose it is.
 *
 * @param customer masked; left out of a click
 * @param sale     left out of what is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SharedEventAnswer(@Required String event, @Required Instant timestamp, String eventName, @Required SharedClick click,
                                @Required SharedLink link, SharedCustomer customer, SharedSale sale) {

    private static final String MASK = "•••";

    /** The click, as far as it is known. */
    public record SharedClick(@Required Instant timestamp, @Required String country, @Required String region, @Required String city,
                              @Required String continent, @Required String device, @Required String browser, @Required String os,
                              @Required String referer, String trigger) {
    }

    /** Somebody. */
    public record SharedCustomer(@Required String name) {
    }

    /** The sale's own amount, what was refunded of it, and what is left. Minor units. */
    public record SharedSale(long amount, @Required String currency, long refundedAmount, long netAmount) {
    }

    static SharedEventAnswer of(String kind, FeedEvent event, LinkView link, ShortDomain shortDomain) {
        VisitDetails details = event.click() == null ? VisitDetails.UNKNOWN : event.click().details();
        FeedEvent.Sale sold = event.sale();
        return new SharedEventAnswer(kind, event.at(), event.name(),
                new SharedClick(event.click() == null ? event.at() : event.click().clickedAt(), details.place().country(),
                        details.place().region(), details.place().city(), details.place().continent(), details.agent().device(),
                        details.agent().browser(), details.agent().os(), details.referer(),
                        event.click() == null ? null : event.click().trigger().text()),
                SharedLink.of(link, shortDomain), event.customerId() == null ? null : new SharedCustomer(MASK),
                sold == null ? null : new SharedSale(sold.amount(), sold.currency(), sold.refunded(), sold.amount() - sold.refunded()));
    }
}
