package org.conversions.web.api.me;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.conversions.account.OwnAccount;
import org.conversions.account.People;
import org.conversions.account.PersonView;
import org.conversions.account.SecondFactor;
import org.conversions.account.StartedSession;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.session.SessionAnswers;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Name, email and password of the person who is signed in. */
@Path("me")
@RequestScoped
@BodyMax(8 * 1024)
@SignedIn
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class MeResource {

    @Inject
    private People people;
    @Inject
    private OwnAccount account;
    @Inject
    private SecondFactor secondFactor;
    @Inject
    private PersonChecks checks;
    @Inject
    private SessionAnswers sessions;
    @Inject
    private Caller caller;

    /** @param currentPassword needed for another email */
    public record PersonChange(String name, String email, String currentPassword) {

        /** Leaves the password out, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "PersonChange";
        }
    }

    /** @param newPassword 12 to 200 characters */
    public record PasswordChange(@Required String currentPassword, @Required String newPassword) {

        /** Leaves the passwords out, so that they cannot get into a log. */
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    @GET
    @Operation(summary = "Read your account")
    public MeAnswer get() {
        return answer(people.get(caller.person().personId()));
    }

    @PATCH
    @Operation(summary = "Change your name or your email; what is left out or null stays",
            description = "Another email needs `currentPassword`, and both addresses get a mail about it.")
    public MeAnswer change(PersonChange change) {
        return answer(checks.run(() ->
                account.change(caller.person(), change.name(), change.email(), change.currentPassword())));
    }

    @PUT
    @Path("password")
    @Operation(summary = "Change your password; all your other sessions end")
    @APIResponse(responseCode = "204", description = "The password is changed, and the session has a new cookie.")
    public Response changePassword(PasswordChange change) {
        StartedSession renewed = checks.run(() ->
                account.changePassword(caller.person(), change.currentPassword(), change.newPassword()));
        return Response.noContent().header(HttpHeaders.SET_COOKIE, sessions.cookie(renewed)).build();
    }

    private MeAnswer answer(PersonView person) {
        return MeAnswer.of(person, secondFactor.recoveryCodesLeft(person.id()));
    }
}
