package org.conversions.web.api.portal;

import java.time.Instant;
import org.conversions.link.LinkView;
import org.conversions.report.total.LinkFigures;
import org.conversions.web.openapi.Required;

/**
 * A link of a partner, with what came of it. Amounts are minor units of the workspace's currency.
 *
 * @param url        where it leads
 * @param saleAmount what is left after refunds
 * @param qr         the address of a picture of its QR code
 */
public record PortalLink(@Required String id, @Required String domain, @Required String key, @Required String shortLink,
                         @Required String url, long clicks, long leads, long conversions, long sales, long saleAmount,
                         @Required String qr, @Required Instant createdAt) {

    static PortalLink of(LinkView link, LinkFigures figures, String shortLink, String qr) {
        return new PortalLink(link.id().value(), link.domain(), link.key(), shortLink, link.url(), figures.clicks(), figures.leads(),
                figures.conversions(), figures.sales(), figures.netAmount(), qr, link.createdAt());
    }
}
