package org.conversions.web.api.write;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;

/** Puts an error in the place of an answer that was made already: too late for an exception to become one by itself. */
final class LateErrors {

    private LateErrors() {
    }

    static void answer(Providers providers, ContainerResponseContext response, Exception e) {
        @SuppressWarnings("unchecked")
        ExceptionMapper<Exception> errors =
                (ExceptionMapper<Exception>) (ExceptionMapper<?>) providers.getExceptionMapper(e.getClass());
        Response error = errors.toResponse(e);
        response.setStatus(error.getStatus());
        error.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        response.setEntity(error.getEntity(), null, MediaType.APPLICATION_JSON_TYPE);
    }
}
