package org.conversions.web.api.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.web.openapi.Required;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fields of a link. The API's description is made of it; {@link LinkRequest} reads it. */
@Schema(name = "LinkFields", description = "What can be said of a link. What is left out stays as it is, or off for a"
        + " new link; what is null is cleared.")
public record LinkFields(
        @Schema(description = "Where the link leads: an absolute http or https address of at most 32000 characters,"
                + " and with all the others that a link leads to of at most 65536. Required for a new link") String url,
        @Schema(description = "The server's own domain or a verified one of the workspace; by default the primary one",
                nullable = true) String domain,
        @Schema(description = "The part after the domain, of at most 190 characters; a random one by default."
                + " `_root` is the front page; that of the server's own domain is for the workspace only that the server"
                + " was set up with",
                nullable = true) String key,
        @Schema(description = "How many characters a random key has, 3 to 190 (new links only)") Integer keyLength,
        @Schema(description = "What a random key begins with (new links only)", nullable = true) String prefix,
        @Schema(description = "Your own id of the link, which names it as ext_…", nullable = true) String externalId,
        @Schema(description = "Your own id of the customer or partner who has it", nullable = true) String tenantId,
        @Schema(description = "The program of the partner; it is the workspace's one program",
                nullable = true) String programId,
        @Schema(description = "The partner whom the link credits (new links only)", nullable = true) String partnerId,
        @Schema(nullable = true) String folderId,
        @Schema(description = "Ids of tags; they win over tagNames") List<String> tagIds,
        @Schema(description = "Names of tags in any case") List<String> tagNames,
        @Schema(description = "The id of one tag", deprecated = true, nullable = true) String tagId,
        @Schema(nullable = true) String comments,
        @Schema(description = "Whether the click id is passed on to the destination") Boolean trackConversion,
        Boolean archived,
        @Schema(description = "Whether the link leads nowhere for the time being") Boolean disabled,
        @Schema(description = "From then on it leads to expiredUrl, or nowhere", nullable = true) Instant expiresAt,
        @Schema(nullable = true) String expiredUrl,
        @Schema(description = "What a visitor has to know, 4 to 128 characters", nullable = true) String password,
        @Schema(description = "Whether programs that draw previews are shown title, description, image and video")
        Boolean proxy,
        @Schema(nullable = true) String title,
        @Schema(nullable = true) String description,
        @Schema(nullable = true) String image,
        @Schema(nullable = true) String video,
        @Schema(description = "Whether the destination is shown in a frame under the short link's address")
        Boolean rewrite,
        @Schema(description = "Whether search engines may list the short link") Boolean doIndex,
        @Schema(description = "Must be false: there is no public page of a link's figures", deprecated = true) Boolean publicStats,
        @Schema(description = "Where visitors with an iPhone or iPad are sent", nullable = true) String ios,
        @Schema(description = "Where visitors with Android are sent", nullable = true) String android,
        @Schema(description = "Where visitors of a country are sent, by its two capital letters", nullable = true)
        Map<String, String> geo,
        @Schema(description = "Campaign words are written into the destination's query", nullable = true)
        @JsonProperty("utm_source") String utmSource,
        @Schema(nullable = true) @JsonProperty("utm_medium") String utmMedium,
        @Schema(nullable = true) @JsonProperty("utm_campaign") String utmCampaign,
        @Schema(nullable = true) @JsonProperty("utm_term") String utmTerm,
        @Schema(nullable = true) @JsonProperty("utm_content") String utmContent,
        @Schema(description = "The parameter ref of the destination", nullable = true) String ref,
        @Schema(description = "2 to 4 destinations of a test, with weights of 10 to 90; it needs trackConversion and"
                + " testCompletedAt", nullable = true) List<TestVariantFields> testVariants,
        @Schema(nullable = true) Instant testStartedAt,
        @Schema(nullable = true) Instant testCompletedAt,
        @Schema(description = "Must be empty: webhooks of single links are not supported", deprecated = true,
                nullable = true) List<String> webhookIds) {

    /** One of the destinations of a test. */
    @Schema(name = "TestVariantFields")
    public record TestVariantFields(@Required String url, int percentage) {
    }
}
