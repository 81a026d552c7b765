package org.conversions.web.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.conversions.workspace.ApiKeys;
import org.conversions.workspace.KeyHolder;

/**
 * The door of the API: closed unless the request brings a valid key with the right to do what it asks for, or the
 * resource is {@link Public}.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class ApiKeyFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;
    @Inject
    private ApiKeys keys;
    @Inject
    private Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        if (isMarked(Public.class)) {
            return;
        }
        String token = BearerToken.of(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        KeyHolder holder = keys.authenticate(token)
                .orElseThrow(() -> new RequestRefused(Code.UNAUTHORIZED, "Unknown or expired API key."));
        KeyRights.check(holder, request.getMethod(), isMarked(PublishableKey.class));
        caller.is(holder);
    }

    private boolean isMarked(Class<? extends Annotation> mark) {
        return resource.getResourceMethod().isAnnotationPresent(mark)
                || resource.getResourceClass().isAnnotationPresent(mark);
    }
}
