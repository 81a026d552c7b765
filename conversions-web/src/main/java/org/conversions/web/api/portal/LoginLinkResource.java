package org.conversions.web.api.portal;

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
import org.conversions.account.Browser;
import org.conversions.account.Logins;
import org.conversions.account.NewPerson;
import org.conversions.address.IpAddress;
import org.conversions.platform.RequestRefused;
import org.conversions.portal.login.LoginLinks;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.session.LoginResource;
import org.conversions.web.api.session.SessionAnswer;
import org.conversions.web.api.session.SessionAnswers;
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

/** The login of partners by a mailed link. The answer to who asks for one is the same whether there is such a person or not. */
@Path("portal/login-links")
@RequestScoped
@BodyMax(8 * 1024)
@Public
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class LoginLinkResource {

    /** Keeps those who ask for mails from using up the logins of the person. */
    private static final String ASKED = "login link ";

    @Inject
    private LoginLinks links;
    @Inject
    private LoginTries tries;
    @Inject
    private SessionDoor door;
    @Inject
    private SessionAnswers answers;
    @Inject
    private TrustedProxies proxies;
    @Inject
    private Clock clock;
    @Context
    private HttpServletRequest connection;

    /** The address to mail a link to. */
    public record LoginLinkRequest(@Required String email) {
    }

    /** Nothing: it must not tell whether there is such a person. */
    public record LoginLinkAccepted() {
    }

    /** @param code of the second factor, or a recovery code; left out at first */
    public record LoginCode(String code) {

        /** Leaves the code out, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "LoginCode";
        }
    }

    @POST
    @Operation(summary = "Ask for a mail with a link that signs a partner in",
            description = "The answer is the same for every email. The link works for a quarter of an hour, and once.")
    @APIResponseSchema(value = LoginLinkAccepted.class, responseCode = "202")
    public Response ask(LoginLinkRequest request) {
        door.refuseOtherSites(connection);
        String email = NewPerson.checkedEmail("email", request.email());
        take(ASKED + email, "Too many mails were asked for. Wait a few minutes.");
        links.mail(email);
        return Response.accepted(Map.of()).build();
    }

    @POST
    @Path("{token}")
    @Operation(summary = "Sign in by the token of a mailed link, once: the answer sets the cookie of the session",
            description = "With a second factor, the first answer is a 401 whose Conversions-Reason is second_factor_required;"
                    + " send the same again with `code`.")
    @APIResponseSchema(value = SessionAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "401", ref = "Unauthorized")
    public Response login(@PathParam("token") String token, LoginCode form) {
        door.refuseOtherSites(connection);
        String account = links.email(token).orElseThrow(() -> RequestRefused.notFound("login_link_unknown",
                "This link was used, or has run out. Ask for another one."));
        take(account, "Too many wrong codes. Wait a few minutes.");
        String address = proxies.visitor(connection);
        Logins.Answer answer = links.take(token, form.code(), new Browser(connection.getHeader("User-Agent"), IpAddress.anonymous(address)));
        switch (answer.verdict()) {
            case SIGNED_IN -> tries.succeeded(account, address);
            case SECOND_FACTOR_MISSING -> {
                tries.giveBack(account, address);
                throw LoginResource.secondFactorMissing();
            }
            default -> throw LoginResource.failed();
        }
        return answers.begun(answer.started());
    }

    private void take(String account, String sentence) {
        tries.take(account, proxies.visitor(connection)).ifPresent(used -> {
            throw new TooManyRequests(sentence, used.secondsFrom(clock.instant()));
        });
    }
}
