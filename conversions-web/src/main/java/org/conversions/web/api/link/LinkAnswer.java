package org.conversions.web.api.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.link.LinkRules;
import org.conversions.link.LinkView;
import org.conversions.link.TestVariant;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.id.RowId;
import org.conversions.report.total.LinkFigures;
import org.conversions.web.api.tag.TagAnswer;
import org.conversions.web.openapi.Required;

/**
 * A link as the API shows it: every field that published clients read. Amounts are minor units; {@code saleAmount} is
 * what is left after refunds. Links are made with keys, so none has a user.
 */
public record LinkAnswer(
        @Required String id, @Required String domain, @Required String key, @Required String url,
        @Required String shortLink, @Required String qrCode, String externalId, String tenantId, String programId,
        String partnerId, boolean trackConversion, boolean archived, String comments,
        @JsonProperty("utm_source") String utmSource, @JsonProperty("utm_medium") String utmMedium,
        @JsonProperty("utm_campaign") String utmCampaign, @JsonProperty("utm_term") String utmTerm,
        @JsonProperty("utm_content") String utmContent, long clicks, long leads, long conversions, long sales,
        long saleAmount, long grossSaleAmount, long refunds, long refundedAmount, Instant lastClicked,
        @Required String workspaceId, @Required String projectId, String userId, @Required Instant createdAt,
        @Required Instant updatedAt, boolean proxy, boolean rewrite, boolean doIndex, boolean publicStats,
        Instant expiresAt, String expiredUrl, Instant disabledAt, String password, String title, String description,
        String image, String video, String ios, String android, Map<String, String> geo, List<TagAnswer> tags,
        String tagId, String folderId, List<TestVariant> testVariants, Instant testStartedAt, Instant testCompletedAt,
        @Required List<String> webhookIds) {

    /** Stands for a password that is not shown. */
    static final String HIDDEN = "********";

    /**
     * @param comments  whether what the merchant has noted is shown
     * @param passwords whether the password is shown, or only that there is one
     */
    static LinkAnswer of(LinkView link, LinkFigures figures, ShortDomain shortDomain, boolean comments,
                         boolean passwords) {
        LinkRules rules = link.rules();
        return new LinkAnswer(
                link.id().value(), link.domain(), link.key(), link.url(), shortDomain.shortLink(link.domain(), link.key()),
                shortDomain.qrCode(link.domain(), link.key()), link.externalId(),
                link.tenantId(), link.programId(), RowId.text(link.partnerId()), link.trackConversion(), link.archived(),
                comments ? link.comments() : null, link.utm().source(), link.utm().medium(), link.utm().campaign(), link.utm().term(),
                link.utm().content(),
                figures.clicks(), figures.leads(), figures.conversions(), figures.sales(), figures.netAmount(),
                figures.grossAmount(), figures.refunds(), figures.refundedAmount(), figures.lastClickedAt(),
                link.workspaceId().value(), link.workspaceId().value(), null, link.createdAt(), link.updatedAt(),
                rules.preview().proxy(), rules.rewrite(), rules.doIndex(), rules.publicStats(), rules.expiresAt(),
                rules.expiredUrl(), rules.disabledAt(),
                rules.password() == null || passwords ? rules.password() : HIDDEN, rules.preview().title(),
                rules.preview().description(), rules.preview().image(), rules.preview().video(), rules.ios(), rules.android(),
                rules.geo().isEmpty() ? null : rules.geo(), link.tags().stream().map(TagAnswer::of).toList(),
                link.tags().isEmpty() ? null : link.tags().get(0).id(), link.folderId(),
                rules.experiment().variants().isEmpty() ? null : rules.experiment().variants(), rules.experiment().startedAt(),
                rules.experiment().completedAt(), List.of());
    }
}
