package org.conversions.web.api.write;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.idempotency.IdempotentResponse;
import org.conversions.web.api.body.Bodies;
import org.conversions.web.api.body.IgnoredFields.Unknown;
import org.conversions.web.api.body.JsonBody;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.conversions.web.security.OpenToShares;
import org.conversions.web.security.SignedIn;

/**
 * Answers writes that bring an {@code Idempotency-Key}: the same request again gets the same answer, and is done once.
 * What it changes and its answer are one transaction, which commits before the answer leaves; so a crash loses both or
 * none. An error is not kept, because it changed nothing: the key is as good as new.
 *
 * <p>Not for publishable keys, whose callers do not know each other, nor for the operator, who has no workspace, nor for what
 * a person does in no workspace, or at a partner.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String IDEMPOTENT = IdempotencyFilter.class.getName();

    @Context
    private ResourceInfo resource;
    @Context
    private Providers providers;
    @Inject
    private Caller caller;
    @Inject
    private IdempotentRequests requests;
    @Inject
    private Bodies bodies;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!caller.isPresent() || caller.publishable() || marked(SignedIn.class) || marked(OfPartner.class)
                || marked(OpenToShares.class)) {
            return;
        }
        Optional<String> key = IdempotencyKey.of(request.getMethod(),
                request.getHeaders().get(IdempotencyKey.HEADER));
        if (key.isEmpty()) {
            return;
        }
        byte[] body = body(request);
        IdempotentRequest idempotent = new IdempotentRequest(caller.workspaceId(), caller.mode(), key.get(), requestHash(request, body),
                !marked(RepeatsSafely.class));
        Optional<IdempotentResponse> kept = requests.begin(idempotent);
        if (kept.isPresent()) {
            if (body.length > 0) {
                request.setProperty(Unknown.PROPERTY,
                        Unknown.of(resource.getResourceMethod(), Json.MAPPER.readTree(body)));
            }
            request.abortWith(replayed(kept.get()));
        } else {
            request.setProperty(IDEMPOTENT, idempotent);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(IDEMPOTENT) instanceof IdempotentRequest idempotent)) {
            return;
        }
        request.removeProperty(IDEMPOTENT);
        if (response.getStatus() >= 400) {
            requests.giveUp(idempotent);
            return;
        }
        try {
            Object entity = response.getEntity();
            String body = entity == null ? "" : Json.MAPPER.writeValueAsString(entity);
            requests.complete(idempotent, new IdempotentResponse(idempotent.requestHash(), response.getStatus(), body));
            if (entity != null) {
                response.setEntity(body.getBytes(StandardCharsets.UTF_8), null, MediaType.APPLICATION_JSON_TYPE);
            }
        } catch (RuntimeException | IOException e) {
            requests.giveUp(idempotent);
            LateErrors.answer(providers, response, e);
        }
    }

    /** Reads the body as far as it may go, and puts it back. */
    private byte[] body(ContainerRequestContext request) throws IOException {
        byte[] body = bodies.read(request.getEntityStream(), request.getHeaderString(HttpHeaders.CONTENT_LENGTH),
                JsonBody.bytesMax(resource));
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    private static String requestHash(ContainerRequestContext request, byte[] body) {
        URI address = request.getUriInfo().getRequestUri();
        return IdempotencyKey.requestHash(request.getMethod(),
                address.getRawPath() + '?' + (address.getRawQuery() == null ? "" : address.getRawQuery()), body);
    }

    private static Response replayed(IdempotentResponse kept) {
        if (kept.body() == null) {
            throw RequestRefused.conflict("answer_not_kept",
                    "This request was answered, but its answer was too long to be kept.");
        }
        Response.ResponseBuilder answer = Response.status(kept.status()).header(IdempotencyKey.REPLAYED, true);
        if (!kept.body().isEmpty()) {
            answer.type(MediaType.APPLICATION_JSON_TYPE).entity(kept.body().getBytes(StandardCharsets.UTF_8));
        }
        return answer.build();
    }

    private boolean marked(Class<? extends Annotation> mark) {
        return resource.getResourceMethod().isAnnotationPresent(mark)
                || resource.getResourceClass().isAnnotationPresent(mark);
    }
}
