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
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.conversions.web.error.TooManyRequests;
import org.conversions.workspace.ApiKeys;
import org.conversions.workspace.Area;
import org.conversions.workspace.KeyHolder;
import org.conversions.workspace.OperatorToken;

/**
 * The door of the API: closed unless the request brings a valid key with the right to do what it asks for, or the
 * operator's token where the resource is {@link OperatorOnly}, or the resource is {@link Public}; and closed for a while
 * to whoever asks too often. A page that brings a secret key has leaked it.
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
    private ApiKeys keys;
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
        Optional<Public> open = mark(Public.class);
        if (open.isPresent()) {
            if (open.get().limited()) {
                limits.take(address).ifPresent(left -> admit(request, left));
            }
            return;
        }
        if (mark(OperatorOnly.class).isPresent()) {
            limits.take(address).ifPresent(left -> admit(request, left));
            operatorOnly(address, BearerToken.of(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
            return;
        }
        KeyHolder holder = holder(address, BearerToken.of(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        limits.take(holder, request.getUriInfo().getPath(), address).ifPresent(left -> admit(request, left));
        if (!holder.publishable() && request.getHeaderString("Origin") != null) {
            throw RequestRefused.forbidden("This secret API key was sent by a web page, where every visitor can read it."
                    + " Delete the key, and use a publishable one in pages.");
        }
        Area area = mark(KeyScope.class).map(KeyScope::value).orElse(null);
        KeyRights.check(holder, request.getMethod(), area, mark(PublishableKey.class).isPresent());
        caller.is(holder);
    }

    private void operatorOnly(String address, String token) {
        refuseGuesses(address, token);
        if (operator.matches(token)) {
            tries.succeeded(address, token);
        } else {
            holder(address, token);
            throw RequestRefused.forbidden("Only the operator of this server can do this, with the operator's token.");
        }
    }

    private void refuseGuesses(String address, String token) {
        tries.refused(address, token).ifPresent(used -> {
            throw new TooManyRequests("Too many wrong API keys came from this address.",
                    used.secondsFrom(clock.instant()));
        });
    }

    private KeyHolder holder(String address, String token) {
        refuseGuesses(address, token);
        Optional<KeyHolder> holder = keys.authenticate(token);
        if (holder.isEmpty()) {
            tries.failed(address);
            throw new RequestRefused(Code.UNAUTHORIZED, "Unknown or expired API key.");
        }
        tries.succeeded(address, token);
        return holder.get();
    }

    private void admit(ContainerRequestContext request, Allowance left) {
        request.setProperty(RateHeaders.ALLOWANCE, left);
        if (!left.granted()) {
            throw new TooManyRequests("More than " + left.limit() + " requests in a minute.",
                    left.secondsFrom(clock.instant()));
        }
    }

    /** What the method says wins over what its resource says. */
    private <A extends Annotation> Optional<A> mark(Class<A> type) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(type))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(type)));
    }
}
