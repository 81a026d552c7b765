package org.conversions.account;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.conversions.audit.Actor;

/** Writes failed logins into the audit trail, in the background; one may be lost in a crash. */
@Stateless
public class LoginFailures {

    private static final System.Logger LOG = System.getLogger(LoginFailures.class.getName());

    @Inject
    private People people;
    @Inject
    private Actor actor;

    /**
     * @param email   as it was given: there may be nobody with it
     * @param network that the login came from
     * @param wrong   password or second factor
     */
    @Asynchronous
    public void record(String email, String network, String wrong) {
        try {
            people.byEmail(email).ifPresent(person -> {
                actor.is(Actor.Kind.PERSON, null, null, network);
                people.recordForAll(person.id(), "login_failed", Map.of("person", person.email(), "wrong", wrong));
            });
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A failed login could not be written into the audit trail", e);
        }
    }
}
