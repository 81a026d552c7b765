package org.conversions.web.openapi;

/** The errors that an operation may answer, by the names that their answers have in the frame of the description. */
enum ErrorStatus {

    BadRequest(400), Unauthorized(401), Forbidden(403), NotFound(404), NotAcceptable(406), Conflict(409),
    ContentTooLarge(413), UnsupportedMediaType(415), UnprocessableEntity(422), RateLimitExceeded(429),
    InternalServerError(500), ServiceUnavailable(503);

    private final int status;

    ErrorStatus(int status) {
        this.status = status;
    }

    String status() {
        return String.valueOf(status);
    }
}
