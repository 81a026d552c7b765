package org.conversions.web.api.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.conversions.link.LinkView;
import org.conversions.link.ShortDomain;
import org.conversions.statistics.Figures;

/** A row of figures. Clients tell rows apart by their keys alone, so a key that does not belong to one is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FiguresAnswer(Instant start, @JsonUnwrapped TopLink top, long clicks, long leads, long sales,
                            long saleAmount, long grossSaleAmount, long refunds, long refundedAmount) {

    /** The link that a row of the best links is about. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TopLink(String link, String id, String domain, String key, String shortLink, String url,
                          String title, String comments, String folderId, String partnerId, Instant createdAt) {

        static TopLink of(LinkView link, ShortDomain shortDomain) {
            return new TopLink(link.id(), link.id(), link.domain(), link.key(),
                        shortDomain.shortLink(link.domain(), link.key()),
                    link.url(), null, link.comments(), null, link.partnerId(), link.createdAt());
        }
    }

    static FiguresAnswer of(Instant start, TopLink top, Figures figures) {
        return new FiguresAnswer(start, top, figures.clicks(), figures.leads(), figures.sales(), figures.netAmount(),
                figures.grossAmount(), figures.refunds(), figures.refundedAmount());
    }
}
