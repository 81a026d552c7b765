package org.conversions.web.api.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.conversions.link.LinkDraft;
import org.conversions.link.UrlQuery;
import org.conversions.link.Utm;
import org.conversions.platform.RequestRefused;

/**
 * The body of a request that makes or changes a link: what it does not name stays, what it names null is cleared.
 */
record LinkRequest(JsonNode body) {

    /** Fields of a link that this server does not have. Off or empty they ask for nothing; else the caller must know. */
    private static final List<String> UNSUPPORTED = List.of("folderId", "expiresAt", "expiredUrl", "password", "title",
            "description", "image", "video", "ios", "android", "geo", "tags", "tagId", "tagIds", "tagNames", "testVariants",
            "testStartedAt", "testCompletedAt", "webhookIds", "proxy", "rewrite", "doIndex", "publicStats");

    /** What of a destination's query can be set by a field of its own. */
    private static final List<String> URL_PARAMETERS = Stream.concat(Utm.PARAMETERS.stream(), Stream.of("ref")).toList();

    /** @throws RequestRefused unprocessable for a body that is no object, and for what this server cannot do */
    LinkRequest {
        if (!body.isObject()) {
            throw RequestRefused.unprocessable("The body must be a JSON object.");
        }
        for (String field : UNSUPPORTED) {
            if (asksForSomething(body.get(field))) {
                throw RequestRefused.unprocessable(field + ": is not supported by this server yet");
            }
        }
        if (asksForSomething(body.get("partnerId"))) {
            throw RequestRefused.unprocessable("partnerId: create partner links by POST /partners/links");
        }
    }

    /** @throws RequestRefused unprocessable for a value of the wrong type */
    LinkDraft applyTo(LinkDraft draft) {
        LinkDraft result = apply("url", draft, LinkDraft::withUrl, LinkRequest::text);
        result = apply("domain", result, LinkDraft::withDomain, LinkRequest::text);
        result = apply("key", result, LinkDraft::withKey, LinkRequest::text);
        result = apply("prefix", result, LinkDraft::withPrefix, LinkRequest::text);
        result = apply("keyLength", result, LinkDraft::withKeyLength, LinkRequest::integer);
        result = apply("externalId", result, LinkDraft::withExternalId, LinkRequest::text);
        result = apply("tenantId", result, LinkDraft::withTenantId, LinkRequest::text);
        result = apply("comments", result, LinkDraft::withComments, LinkRequest::text);
        result = apply("trackConversion", result, LinkDraft::withTrackConversion, LinkRequest::flag);
        result = apply("archived", result, LinkDraft::withArchived, LinkRequest::flag);
        for (String parameter : URL_PARAMETERS) {
            result = apply(parameter, result, (link, value) -> withParameter(link, parameter, value), LinkRequest::text);
        }
        return result;
    }

    private <T> LinkDraft apply(String field, LinkDraft draft, BiFunction<LinkDraft, T, LinkDraft> set,
                                BiFunction<String, JsonNode, T> read) {
        JsonNode value = body.get(field);
        return value == null ? draft : set.apply(draft, read.apply(field, value));
    }

    private static LinkDraft withParameter(LinkDraft link, String parameter, String value) {
        if (link.url() == null) {
            return link;
        }
        if (value != null && value.length() > Utm.LENGTH_MAX) {
            throw RequestRefused.unprocessable(parameter + ": must be at most " + Utm.LENGTH_MAX + " characters");
        }
        UrlQuery url = UrlQuery.of(link.url());
        return link.withUrl((value == null || value.isEmpty() ? url.without(parameter::equals) : url.with(parameter, value))
                .toString());
    }

    private static String text(String field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw RequestRefused.unprocessable(field + ": must be a string");
        }
        return value.textValue();
    }

    private static Integer integer(String field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw RequestRefused.unprocessable(field + ": must be a whole number");
        }
        return value.intValue();
    }

    private static boolean flag(String field, JsonNode value) {
        if (!value.isBoolean() && !value.isNull()) {
            throw RequestRefused.unprocessable(field + ": must be true or false");
        }
        return value.booleanValue();
    }

    private static boolean asksForSomething(JsonNode value) {
        return value != null && !value.isNull() && !(value.isBoolean() && !value.booleanValue())
                && !(value.isContainerNode() && value.isEmpty());
    }
}
