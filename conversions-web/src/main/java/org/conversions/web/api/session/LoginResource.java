package org.conversions.web.api.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.conversions.account.Browser;
import org.conversions.account.Logins;
import org.conversions.account.ProvenPassword;
import org.conversions.address.IpAddress;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
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

/** The login. Every failure has the same words and takes the same time. */
@Path("session")
@RequestScoped
@BodyMax(8 * 1024)
@Public
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class LoginResource {

    @Inject
    private Logins logins;
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

    /** @param code of the second factor, or a recovery code; left out at first */
    public record LoginForm(@Required String email, @Required String password, String code) {

        /** Leaves the secrets out, so that they cannot get into a log. */
        @Override
        public String toString() {
            return "LoginForm";
        }
    }

    @POST
    @Operation(summary = "Sign in: the answer sets the cookie of the session",
            description = "With a second factor, the first answer is a 401 whose Conversions-Reason is second_factor_required;"
                    + " send the same again with `code`.")
    @APIResponseSchema(value = SessionAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "401", ref = "Unauthorized")
    public Response login(LoginForm form) {
        door.refuseOtherSites(connection);
        if (form.email() == null || form.password() == null) {
            throw RequestRefused.unprocessable("field_missing", form.email() == null ? "email: is required" : "password: is required");
        }
        String address = proxies.visitor(connection);
        tries.take(form.email(), address).ifPresent(used -> {
            throw new TooManyRequests("Too many failed logins. Wait a few minutes, or reset your password.",
                    used.secondsFrom(clock.instant()));
        });
        Browser browser = new Browser(connection.getHeader("User-Agent"), IpAddress.anonymous(address));
        ProvenPassword proven = logins.authenticate(form.email(), form.password(), browser).orElseThrow(LoginResource::failed);
        Logins.Answer answer = logins.login(proven, form.code(), browser);
        switch (answer.verdict()) {
            case SIGNED_IN -> tries.succeeded(form.email(), address);
            case SECOND_FACTOR_MISSING -> {
                tries.giveBack(form.email(), address);
                throw secondFactorMissing();
            }
            default -> throw failed();
        }
        return answers.begun(answer.started());
    }

    /** @return the answer to who has still to give the second factor */
    public static RequestRefused secondFactorMissing() {
        return new RequestRefused(Code.UNAUTHORIZED, "second_factor_required",
                "code: is required, from your authenticator app or one of your recovery codes");
    }

    /** @return the answer to every login that fails */
    public static RequestRefused failed() {
        return new RequestRefused(Code.UNAUTHORIZED, "login_failed", "Email, password or code is wrong.");
    }
}
