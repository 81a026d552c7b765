package org.conversions.web.api.portal;

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
import org.conversions.address.IpAddress;
import org.conversions.portal.invitation.OpenPartnerInvitation;
import org.conversions.portal.invitation.PartnerAcceptances;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.member.InvitationResource;
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

/** An invitation to a partner, for whoever has its link. */
@Path("portal/invitations/{token}")
@RequestScoped
@BodyMax(8 * 1024)
@SignedIn(optional = true)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalInvitationResource {

    @Inject
    private PartnerAcceptances acceptances;
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

    /**
     * @param role         owner or member
     * @param personExists whether somebody has this email already, who signs in to accept; else accepting takes a password and
     *                     makes a person
     */
    public record PortalInvitationAnswer(@Required String programName, @Required String partnerName, @Required String email,
                                         @Required String role, boolean personExists) {

        static PortalInvitationAnswer of(OpenPartnerInvitation invitation) {
            return new PortalInvitationAnswer(invitation.programName(), invitation.partnerName(), invitation.email(),
                    invitation.role().text(), invitation.personExists());
        }
    }

    @GET
    @Operation(summary = "Read an invitation to a partner by the token of its link")
    public PortalInvitationAnswer get(@PathParam("token") String token) {
        return PortalInvitationAnswer.of(acceptances.find(token));
    }

    @POST
    @Path("accept")
    @Operation(summary = "Accept an invitation to a partner, once",
            description = "Whoever has an account with its email signs in first. Nobody has it: the answer makes a person with the"
                    + " password, and sets the cookie of the session.")
    @APIResponseSchema(value = SessionAnswer.class, responseCode = "200")
    public Response accept(@PathParam("token") String token, InvitationResource.Acceptance form) {
        door.refuseOtherSites(connection);
        Optional<LoginSession> session = caller.session();
        if (session.isPresent()) {
            acceptances.accept(token, session.get());
            return Response.ok(sessions.of(session.get())).build();
        }
        return sessions.begun(acceptances.accept(token, form.name(), form.password(),
                new Browser(connection.getHeader("User-Agent"), IpAddress.anonymous(proxies.visitor(connection)))));
    }
}
