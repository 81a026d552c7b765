package org.conversions.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.mail.Mail;
import org.conversions.platform.mail.Mailer;

/**
 * Changes of a person's own account. All that matters asks for the password again, and a session whose person proves
 * themselves with something else from now on gets another token.
 */
@Stateless
public class OwnAccount {

    @Inject
    private People people;
    @Inject
    private Sessions sessions;
    @Inject
    private SecondFactor secondFactor;
    @Inject
    private Mailer mailer;

    /** @param codes shown this once @param session with its new token */
    public record RecoveryCodes(List<String> codes, StartedSession session) {

        /** Leaves the codes out, so that they cannot get into a log. */
        @Override
        public String toString() {
            return "RecoveryCodes";
        }
    }

    /**
     * @param name            null keeps it
     * @param email           null keeps it
     * @param currentPassword needed for another email, because whoever reads its mail can set a password
     * @throws RequestRefused forbidden for a wrong password; unprocessable_entity; conflict for an email that another has
     */
    public PersonView change(LoginSession session, String name, String email, String currentPassword) {
        String before = session.person().email();
        if (email != null && !NewPerson.checkedEmail("email", email).equals(before)) {
            people.checkPassword(session.personId(), "currentPassword", currentPassword);
        }
        PersonView after = people.change(session.personId(), name, email);
        if (!after.email().equals(before)) {
            for (String address : List.of(before, after.email())) {
                mailer.send(new Mail(address, "Your email was changed", "The email of your account on this server was changed from "
                        + before + " to " + after.email() + ".\n\nIf that was not you, ask an owner of your workspace or the operator"
                        + " of the server for help."));
            }
        }
        return after;
    }

    /**
     * Sets another password, and ends all other sessions.
     *
     * @return the session with its new token
     * @throws RequestRefused forbidden for a wrong password; unprocessable_entity
     */
    public StartedSession changePassword(LoginSession session, String currentPassword, String newPassword) {
        people.checkPassword(session.personId(), "currentPassword", currentPassword);
        people.setPassword(session.personId(), "newPassword", newPassword, "password_changed");
        sessions.endAll(session.personId(), session.id());
        mailer.send(passwordChanged(session.person().email()));
        return sessions.renew(session);
    }

    /** @return the secret for the person's app, in base32. @throws RequestRefused forbidden for a wrong password; conflict */
    public String beginTotp(LoginSession session, String password) {
        people.checkPassword(session.personId(), "password", password);
        return secondFactor.begin(session.personId());
    }

    /** @throws RequestRefused forbidden for a wrong password; unprocessable for a wrong code; conflict */
    public RecoveryCodes confirmTotp(LoginSession session, String password, String code) {
        people.checkPassword(session.personId(), "password", password);
        List<String> codes = secondFactor.confirm(session.personId(), code);
        sessions.endAll(session.personId(), session.id());
        return new RecoveryCodes(codes, sessions.renew(session));
    }

    /** @throws RequestRefused forbidden for a wrong password; unprocessable for a wrong code; conflict */
    public void endTotp(LoginSession session, String password, String code) {
        people.checkPassword(session.personId(), "password", password);
        secondFactor.end(session.personId(), code);
    }

    /** Ends all sessions but this one. */
    public void endOtherSessions(LoginSession session) {
        sessions.endAll(session.personId(), session.id());
        people.recordForAll(session.personId(), "session_revoked", Map.of("sessions", "all others"));
    }

    /** Returns the mail about a new password. */
    public static Mail passwordChanged(String email) {
        return new Mail(email, "Your password was changed", "The password of your account on this server was changed.\n\nIf that"
                + " was not you, ask for a link to reset it, or ask an owner of your workspace or the operator of the server for"
                + " help.");
    }
}
