package org.conversions.web.api.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.conversions.link.LinkView;
import org.conversions.link.ShortDomain;
import org.conversions.statistics.LinkFigures;

/**
 * A link as the API shows it: every field that published clients read, those that this server does not have as null,
 * false or empty. Amounts are minor units; {@code saleAmount} is what is left after refunds.
 */
public record LinkAnswer(
        String id, String domain, String key, String url, String shortLink, String qrCode, String externalId,
        String tenantId, String programId, String partnerId, boolean trackConversion, boolean archived, String comments,
        @JsonProperty("utm_source") String utmSource, @JsonProperty("utm_medium") String utmMedium,
        @JsonProperty("utm_campaign") String utmCampaign, @JsonProperty("utm_term") String utmTerm,
        @JsonProperty("utm_content") String utmContent,
        long clicks, long leads, long conversions, long sales, long saleAmount, long grossSaleAmount, long refunds,
        long refundedAmount, Instant lastClicked,
        String workspaceId, String projectId, String userId, Instant createdAt, Instant updatedAt,
        boolean proxy, boolean rewrite, boolean doIndex, boolean publicStats, String expiresAt, String expiredUrl,
        String disabledAt, String password, String title, String description, String image, String video, String ios,
        String android, Object geo, List<Object> tags, String tagId, String folderId, List<Object> testVariants,
        String testStartedAt, String testCompletedAt, List<String> webhookIds) {

    public static LinkAnswer of(LinkView link, LinkFigures figures, ShortDomain shortDomain) {
        return new LinkAnswer(
                link.id(), link.domain(), link.key(), link.url(), shortDomain.shortLink(link.key()),
                shortDomain.qrCode(link.key()), link.externalId(),
                link.tenantId(), link.programId(), link.partnerId(), link.trackConversion(), link.archived(),
                link.comments(), link.utm().source(), link.utm().medium(), link.utm().campaign(), link.utm().term(),
                link.utm().content(),
                figures.clicks(), figures.leads(), figures.conversions(), figures.sales(), figures.netAmount(),
                figures.grossAmount(), figures.refunds(), figures.refundedAmount(), figures.lastClickedAt(),
                link.workspaceId(), link.workspaceId(), null, link.createdAt(), link.updatedAt(),
                false, false, false, false, null, null, null, null, null, null, null, null, null, null, null,
                List.of(), null, null, null, null, null, List.of());
    }
}
