package org.conversions.web.track;

import org.conversions.customer.CustomerView;
import org.conversions.link.LinkView;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.id.RowId;
import org.conversions.tracking.TrackedLead;
import org.conversions.web.openapi.Required;

/** The answer to a lead, the same however often it is reported. */
public record LeadAnswer(@Required Click click, Link link, @Required Customer customer) {

    /** The click that the customer goes back to; for a page, the one that it named. */
    public record Click(@Required String id) {
    }

    /** The link of that click; for a page, none. */
    public record Link(
            @Required String id, @Required String domain, @Required String key, @Required String shortLink,
            @Required String url, String partnerId, String programId, String tenantId, String externalId) {
    }

    /** The customer. */
    public record Customer(String name, String email, String avatar, @Required String externalId) {
    }

    static LeadAnswer of(TrackedLead lead, LinkView link, ShortDomain shortDomain) {
        CustomerView customer = lead.customer();
        return new LeadAnswer(new Click(lead.clickId().value()),
                new Link(link.id().value(), link.domain(), link.key(),
                        shortDomain.shortLink(link.domain(), link.key()), link.url(),
                        RowId.text(link.partnerId()), link.programId(), link.tenantId(), link.externalId()),
                new Customer(customer.name(), customer.email(), customer.avatar(), customer.externalId()));
    }

    /** @return for a page, which may be anybody's: what it has said itself, and nothing of what is known here */
    static LeadAnswer repeating(LeadTrackRequest request) {
        return new LeadAnswer(new Click(request.clickId() == null ? "" : request.clickId().strip()), null,
                new Customer(request.customerName(), request.customerEmail(), request.customerAvatar(),
                        request.customerExternalId().strip()));
    }
}
