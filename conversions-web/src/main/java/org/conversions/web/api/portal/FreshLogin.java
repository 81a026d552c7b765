package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.conversions.account.LoginSession;
import org.conversions.account.People;
import org.conversions.account.Sessions;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.me.PersonChecks;
import org.conversions.web.error.TooManyRequests;
import org.conversions.web.security.Caller;

/**
 * Asks a person for the password again before what decides where money goes: whoever finds a session open must not get at it. Who has
 * just come by a mailed link has proved enough.
 */
@RequestScoped
class FreshLogin {

    /** The time after a login by a mailed link in which the password is not asked for. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    private People people;
    @Inject
    private Sessions sessions;
    @Inject
    private PersonChecks checks;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    /**
     * @param password null when none is given
     * @throws RequestRefused forbidden for a wrong password, and for a missing one unless the login was fresh
     * @throws TooManyRequests after too many wrong ones
     */
    void check(String password) {
        LoginSession session = caller.person();
        if (password != null || !sessions.begunByMail(session, clock.instant().minus(FRESH))) {
            checks.run(() -> {
                people.checkPassword(session.personId(), "password", password);
                return null;
            });
        }
    }
}
