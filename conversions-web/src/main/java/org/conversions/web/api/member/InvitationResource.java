package org.conversions.web.api.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.conversions.account.Browser;
import org.conversions.account.LoginSession;
import org.conversions.account.invitation.Acceptances;
import org.conversions.account.invitation.OpenInvitation;
import org.conversions.address.IpAddress;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.session.SessionAnswer;
import org.conversions.web.api.session.SessionAnswers;
import org.conversions.web.front.TrustedProxies;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.SessionDoor;
import org.conversions.web.security.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An invitation, for whoever has its link. */
@Path("invitations/{token}")
@RequestScoped
@BodyMax(8 * 1024)
@SignedIn(optional = true)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class InvitationResource {

    @Inject
    private Acceptances acceptances;
    @Inject
    private SessionAnswers sessions;
    @Inject
    private SessionDoor door;
    @Inject
    private TrustedProxies proxies;
    @Inject
    private Caller caller;
    @Context
    private HttpServletRequest connection;

    /** @param signUp whether nobody has this email yet, so that accepting takes a password and makes a person */
    public record InvitationToAnswer(@Required InvitingWorkspace workspace, @Required String email, @Required String role,
                                     boolean signUp) {

        /** The workspace that the invitation is to. */
        public record InvitingWorkspace(@Required String name) {
        }

        static InvitationToAnswer of(OpenInvitation invitation) {
            return new InvitationToAnswer(new InvitingWorkspace(invitation.workspaceName()), invitation.email(),
                    invitation.role().text(), invitation.signUp());
        }
    }

    /**
     * @param name     of a new person; left out for the part of the email before the @
     * @param password of a new person, 12 to 200 characters; left out by who is signed in
     */
    public record Acceptance(String name, String password) {

        /** Leaves the password out, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "Acceptance";
        }
    }

    @GET
    @Operation(summary = "Read an invitation by the token of its link")
    public InvitationToAnswer get(@PathParam("token") String token) {
        return InvitationToAnswer.of(acceptances.find(token));
    }

    @POST
    @Path("accept")
    @Operation(summary = "Accept an invitation, once",
            description = "Whoever has an account with its email signs in first. Nobody has it: the answer makes a person with the"
                    + " password, and sets the cookie of the session.")
    @APIResponseSchema(value = SessionAnswer.class, responseCode = "200")
    public Response accept(@PathParam("token") String token, Acceptance form) {
        door.refuseOtherSites(connection);
        Optional<LoginSession> session = caller.session();
        if (session.isPresent()) {
            return Response.ok(sessions.of(acceptances.accept(token, session.get()))).build();
        }
        return sessions.begun(acceptances.accept(token, form.name(), form.password(),
                new Browser(connection.getHeader("User-Agent"), IpAddress.anonymous(proxies.visitor(connection)))));
    }
}
