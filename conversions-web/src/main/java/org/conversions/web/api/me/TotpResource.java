package org.conversions.web.api.me;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.conversions.account.OwnAccount;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.session.SessionAnswers;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The second factor of the person who is signed in. */
@Path("me/totp")
@RequestScoped
@BodyMax(8 * 1024)
@SignedIn
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class TotpResource {

    private static final String ISSUER = "Conversions";

    @Inject
    private OwnAccount account;
    @Inject
    private PersonChecks checks;
    @Inject
    private SessionAnswers sessions;
    @Inject
    private Caller caller;

    /** @param code six digits of the app; left out to begin */
    public record TotpForm(@Required String password, String code) {

        /** Leaves the secrets out, so that they cannot get into a log. */
        @Override
        public String toString() {
            return "TotpForm";
        }
    }

    /**
     * The secret for an app, or the recovery codes once a code of it was right; each is shown this once.
     *
     * @param secret     in base32
     * @param otpauthUri the same for a QR code
     */
    public record TotpAnswer(String secret, String otpauthUri, List<String> recoveryCodes) {

        static TotpAnswer begun(String email, String secret) {
            return new TotpAnswer(secret, "otpauth://totp/" + ISSUER + ":" + URLEncoder.encode(email, StandardCharsets.UTF_8)
                    + "?secret=" + secret + "&issuer=" + ISSUER + "&algorithm=SHA1&digits=6&period=30", null);
        }

        /** Leaves the secrets out, so that they cannot get into a log. */
        @Override
        public String toString() {
            return "TotpAnswer";
        }
    }

    @POST
    @Operation(summary = "Begin a second factor, or with a code of it turn it on",
            description = "Without `code` the answer has a secret for your authenticator app. With a `code` of that app the second"
                    + " factor is on: the answer has ten recovery codes, and all your other sessions end.")
    @APIResponseSchema(value = TotpAnswer.class, responseCode = "200")
    public Response begin(TotpForm form) {
        if (form.code() == null || form.code().isBlank()) {
            String secret = checks.run(() -> account.beginTotp(caller.person(), form.password()));
            return Response.ok(TotpAnswer.begun(caller.person().person().email(), secret)).build();
        }
        OwnAccount.RecoveryCodes made = checks.run(() -> account.confirmTotp(caller.person(), form.password(), form.code()));
        return Response.ok(new TotpAnswer(null, null, made.codes())).header(HttpHeaders.SET_COOKIE, sessions.cookie(made.session())).build();
    }

    @DELETE
    @Operation(summary = "Turn the second factor off, with a code of it or a recovery code")
    @APIResponse(responseCode = "204", description = "There is no second factor any more.")
    public void end(TotpForm form) {
        checks.run(() -> {
            account.endTotp(caller.person(), form.password(), form.code());
            return null;
        });
    }
}
