package org.conversions.web.api.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the body of a request about a link may hold, for the description of the API only: {@link LinkRequest} reads the
 * tree, because what is left out stays and what is null is cleared.
 */
@Schema(description = "What is left out stays as it is; what is null is cleared.")
record LinkBody(
        @Schema(description = "Where the link leads: http or https", example = "https://example.com/pricing") String url,
        @Schema(description = "A domain of the workspace; the server's own host when left out") String domain,
        @Schema(description = "The path of the short link; a random one when left out", example = "spring") String key,
        @Schema(description = "How long a random key is") Integer keyLength,
        @Schema(description = "Stands before the key, like a folder", example = "ads/") String prefix,
        @Schema(description = "Your own id of the link; it names the link as ext_…") String externalId,
        @Schema(description = "Your own id of the customer or partner whom the link belongs to") String tenantId,
        String programId, String partnerId, String folderId,
        @Schema(oneOf = {String.class, String[].class}, description = "Ids of tags, a list or one text with commas")
        Object tagIds,
        @Schema(oneOf = {String.class, String[].class}, description = "Names of tags, a list or one text with commas")
        Object tagNames,
        @Schema(deprecated = true) String tagId, String comments,
        @Schema(description = "Whether clicks get an id, so that leads and sales can be traced") Boolean trackConversion,
        Boolean archived,
        @Schema(description = "When the link ends, ISO 8601") String expiresAt,
        @Schema(description = "Where it leads afterwards") String expiredUrl,
        @Schema(description = "What a visitor must type in") String password,
        @Schema(description = "Whether social networks see the preview of this link instead of the page's") Boolean proxy,
        @Schema(description = "Title of the preview") String title,
        @Schema(description = "Text of the preview") String description,
        @Schema(description = "Picture of the preview") String image, String video, Boolean rewrite, Boolean doIndex,
        Boolean publicStats,
        @Schema(description = "Where visitors with an iPhone or iPad are led") String ios,
        @Schema(description = "Where visitors with an Android device are led") String android,
        @Schema(description = "Where visitors of a country are led: two capital letters and an address")
        Map<String, String> geo,
        @JsonProperty("utm_source") String utmSource, @JsonProperty("utm_medium") String utmMedium,
        @JsonProperty("utm_campaign") String utmCampaign, @JsonProperty("utm_term") String utmTerm,
        @JsonProperty("utm_content") String utmContent,
        @Schema(description = "The parameter ref of the address") String ref,
        List<TestVariant> testVariants, String testStartedAt, String testCompletedAt, List<String> webhookIds) {

    /** One of several addresses that a link leads to by turns. */
    record TestVariant(String url, Integer percentage) {
    }
}
