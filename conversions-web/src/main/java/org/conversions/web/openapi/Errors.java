package org.conversions.web.openapi;

import java.util.Map;

/** The error answers of the frame, by name. */
final class Errors {

    static final Map<String, String> STATUS = Map.of("BadRequest", "400", "Unauthorized", "401", "Forbidden", "403",
            "NotFound", "404", "Conflict", "409", "UnprocessableEntity", "422", "RateLimitExceeded", "429",
            "InternalServerError", "500");

    private Errors() {
    }
}
