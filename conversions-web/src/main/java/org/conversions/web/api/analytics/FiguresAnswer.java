package org.conversions.web.api.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import org.conversions.link.LinkView;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.PartnerView;
import org.conversions.platform.id.RowId;
import org.conversions.report.Figures;
import org.conversions.report.Names;
import org.conversions.web.openapi.Required;

/**
 * A row of figures, and first what it is about. Clients tell rows apart by their keys alone, so a key that does not
 * belong to one is left out. Amounts are minor units of the workspace's currency.
 *
 * @param saleAmount what was sold less what was taken back
 * @param earnings   what the partner earned; left out where no partner is asked for
 * @param partial    true when there are so many clicks that only the newest days were read; else left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FiguresAnswer(@JsonUnwrapped Subject about, @JsonUnwrapped TopLink top, long clicks, long leads,
                            long sales, long saleAmount, long grossSaleAmount, long refunds, long refundedAmount,
                            Long earnings, Boolean partial) {

    /** The subject of a row, by the keys of its grouping. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(Instant start, String continent, String country, String region, String city, String device,
                          String browser, String os, String trigger, String referer, String refererUrl, String url,
                          String baseUrl, String domain, @JsonProperty("utm_source") String utmSource,
                          @JsonProperty("utm_medium") String utmMedium,
                          @JsonProperty("utm_campaign") String utmCampaign,
                          @JsonProperty("utm_term") String utmTerm, @JsonProperty("utm_content") String utmContent,
                          String folderId, Names.FolderName folder, String tagId, Names.TagName tag,
                          String partnerId, TopPartner partner, String productId, Names.ProductName product, String groupId,
                          String partnerTagId) {

        static Subject at(Instant start) {
            return new Subject(start, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        /** @param keys those of the grouping with their values */
        static Subject of(Map<String, String> keys, Names.FolderName folder, Names.TagName tag, TopPartner partner,
                          Names.ProductName product) {
            return new Subject(null, keys.get("continent"), keys.get("country"), keys.get("region"), keys.get("city"),
                    keys.get("device"), keys.get("browser"), keys.get("os"), keys.get("trigger"), keys.get("referer"),
                    keys.get("refererUrl"), keys.get("url"), keys.get("baseUrl"), keys.get("domain"),
                    keys.get("utm_source"), keys.get("utm_medium"), keys.get("utm_campaign"), keys.get("utm_term"),
                    keys.get("utm_content"), keys.get("folderId"), folder, keys.get("tagId"), tag,
                    keys.get("partnerId"), partner, keys.get("productId"), product, keys.get("groupId"), keys.get("partnerTagId"));
        }
    }

    /** The partner that a row is about. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TopPartner(@Required String id, @Required String name, String email, String image, String country) {

        static TopPartner of(PartnerView partner) {
            return new TopPartner(partner.id().value(), partner.name(), partner.email(), partner.image(), partner.country());
        }
    }

    /** The link that a row of the best links is about. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TopLink(
            @Required String link, @Required String id, @Required String domain, @Required String key,
            @Required String shortLink, @Required String url, String title, String comments, String folderId,
            String partnerId, @Required Instant createdAt) {

        static TopLink of(LinkView link, ShortDomain shortDomain) {
            return new TopLink(link.id().value(), link.id().value(), link.domain(), link.key(),
                        shortDomain.shortLink(link.domain(), link.key()),
                    link.url(), link.rules().preview().title(), link.comments(), link.folderId(), RowId.text(link.partnerId()),
                    link.createdAt());
        }
    }

    /** @return the same without what the merchant notes of a link */
    FiguresAnswer forPartner() {
        return top == null ? this : new FiguresAnswer(about, new TopLink(top.link(), top.id(), top.domain(), top.key(), top.shortLink(),
                top.url(), top.title(), null, null, top.partnerId(), top.createdAt()), clicks, leads, sales, saleAmount,
                grossSaleAmount, refunds, refundedAmount, earnings, partial);
    }

    static FiguresAnswer of(Subject about, TopLink top, Figures figures, boolean ofPartner, boolean partial) {
        return new FiguresAnswer(about, top, figures.clicks(), figures.leads(), figures.sales(), figures.netAmount(),
                figures.grossAmount(), figures.refunds(), figures.refundedAmount(),
                ofPartner ? figures.earnings() : null, partial ? true : null);
    }
}
