package org.conversions.web.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import org.conversions.access.KeyHolder;
import org.conversions.access.OperatorToken;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.conversions.web.error.TooManyRequests;
import org.conversions.web.front.TrustedProxies;
import org.conversions.web.limit.Allowance;
import org.conversions.web.limit.KeyTries;
import org.conversions.web.limit.RateHeaders;
import org.conversions.web.limit.RateLimits;

/**
 * The door of the API: closed unless the request brings a valid key with the right to do what it asks for, or the
 * operator's token where the resource is {@link OperatorOnly}, or the resource is {@link Public}; and closed for a
 * while to a caller that asks too often. A page that brings a secret key has leaked it.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class ApiKeyFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;
    @Context
    private HttpServletRequest connection;
    @Inject
    private ShownKeys keys;
    @Inject
    private OperatorToken operator;
    @Inject
    private Caller caller;
    @Inject
    private KeyTries tries;
    @Inject
    private RateLimits limits;
    @Inject
    private TrustedProxies proxies;
    @Inject
    private Clock clock;

    @Override
    public void filter(ContainerRequestContext request) {
        String address = proxies.visitor(connection);
        Doorway door = Doorway.of(resource.getResourceClass(), resource.getResourceMethod());
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean keyless = authorization == null || authorization.isBlank();
        if ((door.open() || door.operatorOnly() || keyless) && door.limited()) {
            limits.take(address).ifPresent(left -> admit(request, left));
        }
        if (door.open()) {
            return;
        }
        String token = BearerToken.of(authorization);
        if (door.operatorOnly()) {
            operatorOnly(address, token);
            return;
        }
        KeyHolder holder = holder(address, token);
        limits.take(holder, request.getUriInfo().getPath(), address).ifPresent(left -> admit(request, left));
        if (!holder.publishable() && request.getHeaderString("Origin") != null) {
            throw RequestRefused.forbidden("key_leaked",
                    "This secret API key was sent by a web page, where every visitor can read it."
                    + " Delete the key, and use a publishable one in pages.");
        }
        KeyRights.check(holder, request.getMethod(), door.area(), door.publishable());
        caller.is(holder);
    }

    private void operatorOnly(String address, String token) {
        keys.refuseGuesses(address, token);
        if (operator.matches(token)) {
            tries.succeeded(address, token);
        } else {
            holder(address, token);
            throw RequestRefused.forbidden("operator_only",
                    "Only the operator of this server can do this, with the operator's token.");
        }
    }

    private KeyHolder holder(String address, String token) {
        return keys.holder(address, token)
                .orElseThrow(() -> new RequestRefused(Code.UNAUTHORIZED, "key_unknown", "Unknown or expired API key."));
    }

    private void admit(ContainerRequestContext request, Allowance left) {
        request.setProperty(RateHeaders.ALLOWANCE, left);
        if (!left.granted()) {
            throw new TooManyRequests("More than " + left.limit() + " requests in a minute.",
                    left.secondsFrom(clock.instant()));
        }
    }
}
