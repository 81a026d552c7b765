package org.conversions.web.api.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import org.conversions.account.NewPerson;
import org.conversions.account.reset.PasswordResets;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.error.TooManyRequests;
import org.conversions.web.front.TrustedProxies;
import org.conversions.web.limit.LoginTries;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Public;
import org.conversions.web.security.SessionDoor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way back in for who has lost the password. The answer is the same whether there is such a person or not. */
@Path("password-resets")
@RequestScoped
@BodyMax(8 * 1024)
@Public
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class PasswordResetResource {

    /** Keeps those who ask for mails from using up the logins of the person. */
    private static final String ASKED = "reset ";

    @Inject
    private PasswordResets resets;
    @Inject
    private LoginTries tries;
    @Inject
    private SessionDoor door;
    @Inject
    private TrustedProxies proxies;
    @Inject
    private Clock clock;
    @Context
    private HttpServletRequest connection;

    /** The address to mail a link to. */
    public record ResetRequest(@Required String email) {
    }

    /** Nothing: it must not tell whether there is such a person. */
    public record ResetAccepted() {
    }

    /** @param password 12 to 200 characters */
    public record NewPassword(@Required String password) {

        /** Leaves the password out, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    @POST
    @Operation(summary = "Ask for a mail with a link that sets another password",
            description = "The answer is the same for every email. Where the server cannot send mail, an owner of your workspace or"
                    + " the operator makes a link.")
    @APIResponseSchema(value = ResetAccepted.class, responseCode = "202")
    public Response ask(ResetRequest request) {
        door.refuseOtherSites(connection);
        String email = NewPerson.checkedEmail("email", request.email());
        tries.take(ASKED + email, proxies.visitor(connection)).ifPresent(used -> {
            throw new TooManyRequests("Too many mails were asked for. Wait a few minutes.", used.secondsFrom(clock.instant()));
        });
        resets.mail(email);
        return Response.accepted(Map.of()).build();
    }

    @POST
    @Path("{token}")
    @Operation(summary = "Set another password by the token of a link, once; all sessions of the person end")
    @APIResponse(responseCode = "204", description = "The password is set.")
    public void take(@PathParam("token") String token, NewPassword form) {
        door.refuseOtherSites(connection);
        resets.take(token, form.password());
    }
}
