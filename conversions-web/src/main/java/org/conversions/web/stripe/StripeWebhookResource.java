package org.conversions.web.stripe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.conversions.platform.RequestRefused;
import org.conversions.stripe.inbox.Inbox;
import org.conversions.stripe.inbox.InboxLimits;
import org.conversions.stripe.inbox.Receipt;
import org.conversions.web.api.body.Bodies;
import org.conversions.web.api.write.AnswersWhenDurable;
import org.conversions.web.security.Public;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Stripe's deliveries. A 2xx means that the event is durable, and only that; what it means is worked out afterwards.
 * 400 is for a sender that is not Stripe, which mostly shows before the body is read, 413 for a body over 2 MiB, 503 asks Stripe to come again.
 */
@Path("stripe")
@RequestScoped
@AnswersWhenDurable
@Public(limited = false)
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stripe webhooks")
public class StripeWebhookResource {

    private static final String SIGNATURE = "Stripe-Signature";

    /** The answer to a stored delivery. */
    public record Received(boolean received) {
    }

    @Inject
    private Inbox inbox;
    @Inject
    private Bodies bodies;

    @POST
    @Path("integration/webhook")
    @Operation(summary = "Live events of the app's connected accounts")
    @APIResponseSchema(Received.class)
    public CompletionStage<Response> live(InputStream body, @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
                                          @HeaderParam(SIGNATURE) String signature) throws IOException {
        return take(inbox.announced(Mode.LIVE, signature), body, length);
    }

    @POST
    @Path("integration/webhook/test")
    @Operation(summary = "Test events of the app's connected accounts")
    @APIResponseSchema(Received.class)
    public CompletionStage<Response> test(InputStream body, @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
                                          @HeaderParam(SIGNATURE) String signature) throws IOException {
        return take(inbox.announced(Mode.TEST, signature), body, length);
    }

    @POST
    @Path("integration/webhook/sandbox")
    @Operation(summary = "Sandbox events of the app's connected accounts")
    @APIResponseSchema(Received.class)
    public CompletionStage<Response> sandbox(InputStream body, @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
                                             @HeaderParam(SIGNATURE) String signature) throws IOException {
        return take(inbox.announced(Mode.SANDBOX, signature), body, length);
    }

    @POST
    @Path("webhook/{token}")
    @Operation(summary = "Events of one workspace's own endpoint; the token is part of the connection")
    @APIResponseSchema(Received.class)
    public CompletionStage<Response> bound(@PathParam("token") String token, InputStream body,
                                           @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
                                           @HeaderParam(SIGNATURE) String signature) throws IOException {
        return take(inbox.announced(token, signature)
                .orElseThrow(() -> RequestRefused.notFound("endpoint_not_found",
                        "No Stripe endpoint has this address.")), body, length);
    }

    private CompletionStage<Response> take(Inbox.Announced delivery, InputStream body, String length)
            throws IOException {
        Optional<Receipt.Refused> refusal = delivery.refusal();
        return answer(refusal.isPresent() ? refusal.get()
                : delivery.receive(bodies.read(body, length, InboxLimits.BODY_BYTES_MAX)));
    }

    /** Hands a delivery that could not be stored on to the one place that answers exceptions: a full queue says 503. */
    private static CompletionStage<Response> answer(Receipt receipt) {
        if (receipt instanceof Receipt.Accepted accepted) {
            return accepted.stored().thenApply(stored -> Response.ok(new Received(true)).build());
        }
        Receipt.Refused refused = (Receipt.Refused) receipt;
        return CompletableFuture.failedStage(RequestRefused.badRequest(refused.reason(), refused.sentence() + "."));
    }
}
