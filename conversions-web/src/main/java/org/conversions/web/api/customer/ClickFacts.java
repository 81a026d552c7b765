package org.conversions.web.api.customer;

import java.time.Instant;
import org.conversions.click.Click;
import org.conversions.click.visit.VisitDetails;
import org.conversions.web.openapi.Required;

/** A click that brought a customer, as far as it is kept. What is not known is empty. */
public record ClickFacts(@Required String id, @Required Instant at, @Required String linkId, String country, String region,
                         String city, String device, String browser, String os, String referer, String refererUrl,
                         String trigger) {

    public static ClickFacts of(Click click) {
        VisitDetails details = click.details();
        return new ClickFacts(click.id().value(), click.clickedAt(), click.linkId().value(), details.place().country(),
                details.place().region(), details.place().city(), details.agent().device(), details.agent().browser(),
                details.agent().os(), details.referer(), details.refererUrl(), click.trigger().text());
    }
}
