package org.conversions.web.api.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.link.LinkDraft;
import org.conversions.link.UrlQuery;
import org.conversions.link.Utm;
import org.conversions.platform.RequestRefused;

/**
 * The body of a request that makes or changes a link: what it does not name stays, what it names null is cleared.
 */
record LinkRequest(JsonNode body) {

    /** What of a link this server does not have. Off or empty it asks for nothing; else the caller must know. */
    private static final List<String> UNSUPPORTED = List.of("folderId", "expiresAt", "expiredUrl", "password", "title",
            "description", "image", "video", "ios", "android", "geo", "tags", "tagId", "tagIds", "tagNames",
            "testVariants", "testStartedAt", "testCompletedAt", "webhookIds", "proxy", "rewrite", "doIndex",
            "publicStats");

    /** What of a destination's query can be set by a field of its own. */
    private static final List<String> URL_PARAMETERS =
            Stream.concat(Utm.PARAMETERS.stream(), Stream.of("ref")).toList();

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
        LinkDraft link = new LinkDraft(text("url", draft.url()), text("domain", draft.domain()),
                text("key", draft.key()), text("prefix", draft.prefix()), integer("keyLength", draft.keyLength()),
                text("externalId", draft.externalId()), text("tenantId", draft.tenantId()),
                text("comments", draft.comments()), flag("trackConversion", draft.trackConversion()),
                flag("archived", draft.archived()));
        return link.url() == null ? link : link.withUrl(withParameters(UrlQuery.of(link.url())).toString());
    }

    private UrlQuery withParameters(UrlQuery url) {
        UrlQuery result = url;
        for (String parameter : URL_PARAMETERS) {
            if (body.has(parameter)) {
                String value = text(parameter, null);
                if (value != null && value.length() > Utm.LENGTH_MAX) {
                    throw refused(parameter, "must be at most " + Utm.LENGTH_MAX + " characters");
                }
                result = value == null || value.isEmpty()
                        ? result.without(parameter::equals) : result.with(parameter, value);
            }
        }
        return result;
    }

    private String text(String field, String otherwise) {
        JsonNode value = body.get(field);
        if (value != null && !value.isNull() && !value.isTextual()) {
            throw refused(field, "must be a string");
        }
        return value == null ? otherwise : value.textValue();
    }

    private Integer integer(String field, Integer otherwise) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return value == null ? otherwise : null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw refused(field, "must be a whole number");
        }
        return value.intValue();
    }

    private boolean flag(String field, boolean otherwise) {
        JsonNode value = body.get(field);
        if (value != null && !value.isNull() && !value.isBoolean()) {
            throw refused(field, "must be true or false");
        }
        return value == null ? otherwise : value.booleanValue();
    }

    private static RequestRefused refused(String field, String rule) {
        return RequestRefused.unprocessable(field + ": " + rule);
    }

    private static boolean asksForSomething(JsonNode value) {
        return value != null && !value.isNull() && !(value.isBoolean() && !value.booleanValue())
                && !(value.isContainerNode() && value.isEmpty());
    }
}
