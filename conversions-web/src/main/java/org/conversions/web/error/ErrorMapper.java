package org.conversions.web.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers for everything that a resource, filter or reader of the API throws. */
@Provider
@ApplicationScoped
public class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final String RETRY_AFTER_SECONDS = "1";
    private static final String WRONG_TOKEN = "key_unknown";

    @Context
    private ResourceInfo resource;
    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    private String baseUrl;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() < 400) {
            return http.getResponse();
        }
        ApiError error = Translation.of(thrown)
                .orElseGet(() -> Incident.of(String.valueOf(resource.getResourceMethod()), thrown));
        Response.ResponseBuilder answer = Response.status(error.status())
                .header(ApiError.REASON, error.reason())
                .type(MediaType.APPLICATION_JSON_TYPE).entity(error.body(baseUrl));
        if (error.status() == 401) {
            // RFC 6750, section 3: who brings nothing is not told that it was wrong.
            answer.header(HttpHeaders.WWW_AUTHENTICATE,
                    WRONG_TOKEN.equals(error.reason()) ? "Bearer error=\"invalid_token\"" : "Bearer");
        } else if (thrown instanceof TooManyRequests tooMany) {
            answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
        } else if (error.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        } else if (error.status() == 405 && thrown instanceof WebApplicationException http) {
            answer.header(HttpHeaders.ALLOW, http.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }
}
