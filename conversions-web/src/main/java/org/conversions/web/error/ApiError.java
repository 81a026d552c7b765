package org.conversions.web.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * An error answer.
 *
 * @param code   the name by which published clients distinguish errors: one for each status
 * @param reason the word by which a program knows what is wrong, see {@link #REASON}
 */
record ApiError(int status, String code, String reason, String message) {

    /** The header with the reason of an error: the body is as published clients know it. */
    static final String REASON = "Conversions-Reason";

    /** The names that published clients know (the upper half), and HTTP's own for what only HTTP is about. */
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad_request"),
            Map.entry(401, "unauthorized"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not_found"),
            Map.entry(409, "conflict"),
            Map.entry(410, "invite_expired"),
            Map.entry(422, "unprocessable_entity"),
            Map.entry(429, "rate_limit_exceeded"),
            Map.entry(500, "internal_server_error"),
            Map.entry(405, "method_not_allowed"),
            Map.entry(406, "not_acceptable"),
            Map.entry(413, "content_too_large"),
            Map.entry(415, "unsupported_media_type"),
            Map.entry(503, "service_unavailable"));

    static ApiError of(int status, String reason, String message) {
        return new ApiError(status, code(status), reason, message);
    }

    static String code(int status) {
        return CODES.getOrDefault(status, status < 500 ? "bad_request" : "internal_server_error");
    }

    /** @param baseUrl the public address of this server, which has a page about the codes */
    Body body(String baseUrl) {
        return new Body(new Detail(code, message, baseUrl.replaceAll("/+$", "") + "/app/errors/#" + code));
    }

    /** The JSON of every error. */
    record Body(Detail error) {
    }

    record Detail(String code, String message, @JsonProperty("doc_url") String docUrl) {
    }
}
