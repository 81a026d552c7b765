package org.conversions.web.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Writes with every answer and every error what is left of the caller's requests: X-RateLimit-Limit and -Remaining, and
 * in -Reset the second since 1970 at which all of them are there again. Each request has its own figures.
 */
@Provider
@ApplicationScoped
public class RateHeaders implements ContainerResponseFilter {

    public static final String ALLOWANCE = RateHeaders.class.getName();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ALLOWANCE) instanceof Allowance left) {
            response.getHeaders().putSingle("X-RateLimit-Limit", left.limit());
            response.getHeaders().putSingle("X-RateLimit-Remaining", left.remaining());
            response.getHeaders().putSingle("X-RateLimit-Reset", left.resetSecond());
        }
    }
}
