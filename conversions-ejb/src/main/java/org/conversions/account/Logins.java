package org.conversions.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.conversions.audit.Actor;

/** Signs people in. */
@Stateless
public class Logins {

    /** The answer to a login, or why there is no session. */
    public enum Verdict {
        SIGNED_IN, SECOND_FACTOR_MISSING, FAILED
    }

    /** @param started null unless the person is signed in */
    public record Answer(Verdict verdict, StartedSession started) {

        static final Answer FAILED = new Answer(Verdict.FAILED, null);
    }

    @Inject
    private People people;
    @Inject
    private PersonRows rows;
    @Inject
    private Sessions sessions;
    @Inject
    private SecondFactor secondFactor;
    @Inject
    private LoginFailures failures;
    @Inject
    private Actor actor;

    /**
     * Checks a password. What a wrong one leaves in the audit trail is written in the background, because the time that it
     * takes would tell that there is such a person.
     *
     * @return empty when email or password is wrong
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<ProvenPassword> authenticate(String email, String password, Browser browser) {
        Optional<ProvenPassword> proven = people.authenticate(email, password);
        if (proven.isEmpty()) {
            failures.record(email, browser.network(), "password");
        }
        return proven;
    }

    /**
     * Begins a session for who knows the password, and has the second factor where there is one. Only who knows the password
     * learns whether there is.
     *
     * @param code of the second factor, or a recovery code; null or empty when none is given
     */
    public Answer login(ProvenPassword proven, String code, Browser browser) {
        // Whoever changes the password waits for this lock or is waited for: no session outlives the password.
        Person person = rows.locked(proven.personId());
        return person.passwordHash.equals(proven.hash()) ? enter(person, code, browser, false) : Answer.FAILED;
    }

    /**
     * Begins a session for who has opened a link that was mailed to the person, and has the second factor where there is one.
     *
     * @param code as in {@link #login}
     */
    public Answer loginByMail(String personId, String code, Browser browser) {
        return enter(rows.locked(personId), code, browser, true);
    }

    private Answer enter(Person person, String code, Browser browser, boolean byMail) {
        if (person.totpSecret != null && (code == null || code.isBlank())) {
            return new Answer(Verdict.SECOND_FACTOR_MISSING, null);
        }
        if (person.totpSecret != null && !secondFactor.opens(person.id, code)) {
            failures.record(person.email, browser.network(), "second factor");
            return Answer.FAILED;
        }
        actor.becomes(Actor.Kind.PERSON, person.id, person.email);
        StartedSession started = byMail ? sessions.startByMail(person.id, browser) : sessions.start(person.id, null, browser);
        people.recordForAll(person.id, "login", Map.of("person", person.email));
        return new Answer(Verdict.SIGNED_IN, started);
    }
}
