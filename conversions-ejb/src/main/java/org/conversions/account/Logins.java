package org.conversions.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Signs people in. */
@Stateless
public class Logins {

    /** The answer to a login, or why there is no session. */
    public enum Verdict {
        SIGNED_IN, SECOND_FACTOR_MISSING, FAILED
    }

    /** @param started null unless the person is signed in */
    public record Answer(Verdict verdict, StartedSession started) {
    }

    @Inject
    private People people;
    @Inject
    private Sessions sessions;
    @Inject
    private SecondFactor secondFactor;

    /**
     * Begins a session for who knows the password, and has the second factor where there is one. Only who knows the password
     * learns whether there is.
     *
     * @param code of the second factor, or a recovery code; null or empty when none is given
     */
    public Answer login(String email, String password, String code, Browser browser) {
        Optional<PersonView> known = people.authenticate(email, password);
        if (known.isEmpty()) {
            if (email != null) {
                people.byEmail(email).ifPresent(person -> failed(person, "password"));
            }
            return new Answer(Verdict.FAILED, null);
        }
        PersonView person = known.get();
        if (person.totp() && (code == null || code.isBlank())) {
            return new Answer(Verdict.SECOND_FACTOR_MISSING, null);
        }
        if (person.totp() && !secondFactor.opens(person.id(), code)) {
            failed(person, "second factor");
            return new Answer(Verdict.FAILED, null);
        }
        StartedSession started = sessions.start(person.id(), null, browser);
        people.recordForAll(person.id(), "login", Map.of("person", person.email()));
        return new Answer(Verdict.SIGNED_IN, started);
    }

    private void failed(PersonView person, String by) {
        people.recordForAll(person.id(), "login_failed", Map.of("person", person.email(), "wrong", by));
    }
}
