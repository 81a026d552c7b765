package org.conversions.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.conversions.server.Api.Answer;

/** The form of every error. */
public final class Errors {

    private static final Map<Integer, String> CODES = Map.ofEntries(entry(400, "bad_request"), entry(401, "unauthorized"),
            entry(403, "forbidden"), entry(404, "not_found"), entry(405, "method_not_allowed"), entry(406, "not_acceptable"),
            entry(409, "conflict"), entry(413, "content_too_large"), entry(415, "unsupported_media_type"),
            entry(422, "unprocessable_entity"), entry(429, "rate_limit_exceeded"));

    private Errors() {
    }

    /** @param status the expected one */
    public static void isError(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Conversions-Reason")).as(answer.body()).matches("[a-z]+(_[a-z]+)*");
        JsonNode error = answer.json().path("error");
        assertThat(error.path("code").asText()).isEqualTo(CODES.get(status));
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(error.path("doc_url").asText()).contains("/app/errors/#" + CODES.get(status));
        assertThat(answer.body()).doesNotContainIgnoringCase("<html", "payara", "glassfish", "exception", "\\tat ",
                "org.conversions", "jakarta.", "java.", "hibernate", "select ", "jdbc");
    }
}
