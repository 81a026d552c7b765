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
import java.util.Optional;
import org.conversions.access.KeyHolder;
import org.conversions.access.KeyKind;
import org.conversions.access.OperatorToken;
import org.conversions.access.RightsHolder;
import org.conversions.account.LoginSession;
import org.conversions.account.Role;
import org.conversions.address.IpAddress;
import org.conversions.audit.Actor;
import org.conversions.platform.RequestRefused.Code;
import org.conversions.platform.RequestRefused;
import org.conversions.web.error.TooManyRequests;
import org.conversions.web.front.TrustedProxies;
import org.conversions.web.limit.Allowance;
import org.conversions.web.limit.KeyTries;
import org.conversions.web.limit.RateHeaders;
import org.conversions.web.limit.RateLimits;
import org.conversions.web.security.Doorway.Entry;
import org.conversions.workspace.Plans;

/**
 * The door of the API: closed unless the request brings a valid key or the cookie of a login session, with the right to do
 * what it asks for, or that of one of a partner's people where it is {@link OfPartner}, or the operator's token where the resource is {@link OperatorOnly}, or the token of a share where it is
 * {@link OpenToShares}, or the resource is {@link Public};
 * closed for a while to a caller that asks too often, and closed where the plan of the workspace is too low. A cookie counts
 * only without an Authorization header. A page that brings a secret key has leaked it.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class ApiDoor implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;
    @Context
    private HttpServletRequest connection;
    @Inject
    private ShownKeys keys;
    @Inject
    private SessionDoor sessions;
    @Inject
    private PortalDoor portal;
    @Inject
    private ShareDoor shares;
    @Inject
    private Actor actor;
    @Inject
    private OperatorToken operator;
    @Inject
    private Caller caller;
    @Inject
    private KeyTries tries;
    @Inject
    private PlanDoor planDoor;
    @Inject
    private Plans plans;
    @Inject
    private RateLimits limits;
    @Inject
    private TrustedProxies proxies;
    @Inject
    private Clock clock;

    @Override
    public void filter(ContainerRequestContext request) {
        String address = proxies.visitor(connection);
        actor.comesFrom(IpAddress.anonymous(address));
        Doorway door = Doorway.of(resource.getResourceClass(), resource.getResourceMethod());
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean keyless = authorization == null || authorization.isBlank();
        if ((door.entry() != Entry.KEY || keyless) && door.limited()) {
            limits.take(address).ifPresent(left -> admit(request, left));
        }
        if (door.open()) {
            return;
        }
        if (door.entry() == Entry.SHARE || door.entry() == Entry.SHARE_BEFORE_PASSWORD) {
            caller.is(shares.check(authorization, door.entry() == Entry.SHARE_BEFORE_PASSWORD));
            return;
        }
        Optional<LoginSession> session = keyless ? sessions.session(connection, request.getUriInfo().getPath()) : Optional.empty();
        if (session.isPresent()) {
            enter(session.get(), door, request);
            return;
        }
        if (door.entry() == Entry.SESSION_IF_ANY) {
            return;
        }
        if (door.entry() == Entry.SESSION || door.entry() == Entry.PARTNER) {
            throw new RequestRefused(Code.UNAUTHORIZED, "sign_in_first", "Sign in first.");
        }
        String token = BearerToken.of(authorization);
        if (door.entry() == Entry.OPERATOR) {
            operatorOnly(address, token);
            actor.is(Actor.Kind.OPERATOR, null, null, IpAddress.anonymous(address));
            return;
        }
        KeyHolder holder = holder(address, token);
        limits.take(holder, request.getUriInfo().getPath(), address, plans.of(holder.workspaceId()).limits())
                .ifPresent(left -> admit(request, left));
        if (holder.kind() == KeyKind.SECRET && request.getHeaderString("Origin") != null) {
            throw RequestRefused.forbidden("key_leaked",
                    "This secret API key was sent by a web page, where every visitor can read it."
                    + " Delete the key, and use a publishable one in pages.");
        }
        KeyRights.check(holder, request.getMethod(), door.area(), door.publishable());
        checkPlan(holder, request);
        caller.is(holder);
        actor.is(holder.kind() == KeyKind.OAUTH ? Actor.Kind.APP : Actor.Kind.KEY, holder.keyId(), holder.name(),
                IpAddress.anonymous(address));
    }

    private void enter(LoginSession session, Doorway door, ContainerRequestContext request) {
        if (door.entry() == Entry.OPERATOR && !session.person().operator()) {
            throw operatorOnly();
        }
        if (door.entry() == Entry.KEY) {
            KeyRights.check(session, door.anyRole() ? "GET" : request.getMethod(), door.area(), door.publishable());
            if (door.ownersOnly() && session.role() != Role.OWNER) {
                throw RequestRefused.forbidden("role_too_narrow", "Only an owner of the workspace can do this.");
            }
        }
        RightsHolder holder = door.entry() != Entry.PARTNER ? session : portal.check(session,
                request.getUriInfo().getPathParameters().getFirst("partnerId"), request.getMethod(), door.ownersOnly());
        if (door.entry() != Entry.OPERATOR) {
            checkPlan(holder, request);
            caller.is(holder);
        }
        actor.is(Actor.Kind.PERSON, session.personId(), session.person().email(),
                IpAddress.anonymous(proxies.visitor(connection)));
    }

    private void checkPlan(RightsHolder holder, ContainerRequestContext request) {
        planDoor.check(holder, resource.getResourceClass(), resource.getResourceMethod(), request.getMethod());
    }

    private void operatorOnly(String address, String token) {
        keys.refuseGuesses(address, token);
        if (operator.matches(token)) {
            tries.succeeded(address, token);
        } else {
            holder(address, token);
            throw operatorOnly();
        }
    }

    private static RequestRefused operatorOnly() {
        return RequestRefused.forbidden("operator_only",
                "Only the operator of this server can do this, signed in or with the operator's token.");
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
