package org.conversions.web.api.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conversions.address.UrlQuery;
import org.conversions.address.Utm;
import org.conversions.link.LinkDraft;
import org.conversions.link.LinkDraft.TagChoice;
import org.conversions.link.LinkExperiment;
import org.conversions.link.LinkPreview;
import org.conversions.link.LinkRules;
import org.conversions.link.TestVariant;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.body.JsonFields;

/**
 * The body of a request that makes or changes a link, as {@link LinkFields} describes it: what it does not name stays,
 * what it names null is cleared.
 *
 * @param now when it came
 */
public record LinkRequest(JsonFields fields, Instant now) {

    /** The parameters of a destination's query that have a field of their own. */
    private static final List<String> URL_PARAMETERS =
            Stream.concat(Utm.PARAMETERS.stream(), Stream.of("ref")).toList();

    /** @throws RequestRefused unprocessable for a body that is no object, and for what this server cannot do */
    public LinkRequest(JsonNode body, Instant now) {
        this(new JsonFields(body), now);
    }

    /**
     * Refuses a value of the wrong type even when the link is not there.
     *
     * @throws RequestRefused unprocessable for a value of the wrong type, and for what this server cannot do
     */
    public LinkRequest {
        if (fields.asksFor("webhookIds")) {
            throw RequestRefused.unprocessable("field_not_supported",
                    "webhookIds: webhooks of single links are not supported by this server");
        }
        if (fields.asksFor("publicStats")) {
            throw RequestRefused.unprocessable("field_not_supported",
                    "publicStats: there is no public page of a link's figures");
        }
        read(fields, now, LinkDraft.EMPTY);
        Stream.concat(URL_PARAMETERS.stream(), Stream.of("partnerId", "programId"))
                .forEach(field -> fields.text(field, null));
    }

    public LinkDraft applyTo(LinkDraft draft) {
        return read(fields, now, draft);
    }

    private static LinkDraft read(JsonFields fields, Instant now, LinkDraft draft) {
        String url = fields.text("url", draft.url());
        return new LinkDraft(url == null ? null : withParameters(fields, UrlQuery.of(url)).toString(),
                fields.text("domain", draft.domain()), fields.text("key", draft.key()),
                fields.text("prefix", draft.prefix()), fields.integer("keyLength", draft.keyLength()),
                fields.text("externalId", draft.externalId()), fields.text("tenantId", draft.tenantId()),
                fields.text("comments", draft.comments()), fields.flag("trackConversion", draft.trackConversion()),
                fields.flag("archived", draft.archived()), folder(fields, draft.folderId()), tags(fields, draft.tags()),
                rules(fields, now, draft.rules()));
    }

    /** @return the partner whom the link shall credit, or null */
    String partnerId() {
        return fields.asksFor("partnerId") ? fields.text("partnerId", null) : null;
    }

    /** @return the program of that partner, or null */
    String programId() {
        return fields.asksFor("programId") ? fields.text("programId", null) : null;
    }

    private static String folder(JsonFields fields, String otherwise) {
        String folder = fields.text("folderId", otherwise);
        return folder == null || folder.isEmpty() ? null : folder;
    }

    /** Ids win over names, and both over the one old id. */
    private static TagChoice tags(JsonFields fields, TagChoice otherwise) {
        if (fields.names("tagIds")) {
            return TagChoice.ids(fields.texts("tagIds"));
        } else if (fields.names("tagNames")) {
            return TagChoice.names(fields.texts("tagNames"));
        } else if (fields.names("tagId")) {
            return TagChoice.ids(fields.asksFor("tagId") ? List.of(fields.text("tagId", null)) : List.of());
        }
        return otherwise;
    }

    private static LinkRules rules(JsonFields fields, Instant now, LinkRules rules) {
        boolean disabled = fields.flag("disabled", rules.disabled());
        Instant disabledAt = rules.disabledAt() == null ? now : rules.disabledAt();
        return new LinkRules(fields.instant("expiresAt", rules.expiresAt()),
                fields.text("expiredUrl", rules.expiredUrl()), disabled ? disabledAt : null,
                fields.text("password", rules.password()), preview(fields, rules.preview()),
                fields.flag("rewrite", rules.rewrite()), fields.flag("doIndex", rules.doIndex()),
                fields.flag("publicStats", rules.publicStats()), fields.text("ios", rules.ios()),
                fields.text("android", rules.android()), geo(fields, rules.geo()),
                new LinkExperiment(testVariants(fields, rules.experiment().variants()),
                        fields.instant("testStartedAt", rules.experiment().startedAt()),
                        fields.instant("testCompletedAt", rules.experiment().completedAt())));
    }

    private static LinkPreview preview(JsonFields fields, LinkPreview preview) {
        return new LinkPreview(fields.text("title", preview.title()), fields.text("description", preview.description()),
                fields.text("image", preview.image()), fields.text("video", preview.video()),
                fields.flag("proxy", preview.proxy()));
    }

    private static Map<String, String> geo(JsonFields fields, Map<String, String> otherwise) {
        if (!fields.names("geo")) {
            return otherwise;
        }
        JsonNode geo = fields.body().get("geo");
        if (!geo.isObject() && !geo.isNull()) {
            throw JsonFields.refused("field_malformed", "geo", "must be an object of countries and addresses");
        }
        Map<String, String> countries = new TreeMap<>();
        geo.properties().forEach(target -> {
            if (!target.getValue().isTextual()) {
                throw JsonFields.refused("field_malformed", "geo." + target.getKey(), "must be a string");
            }
            countries.put(target.getKey(), target.getValue().textValue());
        });
        return countries;
    }

    private static List<TestVariant> testVariants(JsonFields fields, List<TestVariant> otherwise) {
        if (!fields.names("testVariants")) {
            return otherwise;
        }
        JsonNode given = fields.body().get("testVariants");
        if (!given.isArray() && !given.isNull()) {
            throw JsonFields.refused("field_malformed", "testVariants", "must be an array");
        }
        List<TestVariant> variants = new ArrayList<>();
        for (JsonNode element : given) {
            JsonFields variant = new JsonFields(element);
            Integer percentage = variant.integer("percentage", null);
            if (percentage == null) {
                throw JsonFields.refused("field_missing", "testVariants.percentage", "is required");
            }
            variants.add(new TestVariant(variant.text("url", null), percentage));
        }
        return variants;
    }

    private static UrlQuery withParameters(JsonFields fields, UrlQuery url) {
        UrlQuery result = url;
        for (String parameter : URL_PARAMETERS) {
            if (fields.names(parameter)) {
                String value = fields.text(parameter, null);
                if (value != null && value.length() > Utm.LENGTH_MAX) {
                    throw JsonFields.refused("field_too_long", parameter, "must be at most " + Utm.LENGTH_MAX + " characters");
                }
                result = value == null || value.isEmpty()
                        ? result.without(parameter::equals) : result.with(parameter, value);
            }
        }
        return result;
    }
}
