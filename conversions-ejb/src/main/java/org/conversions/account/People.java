package org.conversions.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/** The people who sign in to this server. */
@Stateless
public class People {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Passwords passwords;
    @Inject
    private AuditTrail trail;

    /**
     * @param operator whether the server is theirs to operate
     * @throws RequestRefused conflict when another person has this email
     */
    public PersonView add(NewPerson draft, boolean operator) {
        Person person = new Person();
        person.id = Ids.next("user", clock);
        person.email = draft.email();
        person.name = draft.name();
        person.passwordHash = passwords.hash(draft.password());
        person.operator = operator;
        person.createdAt = clock.instant();
        refuseTaken(draft.email());
        database.persist(person);
        return person.view();
    }

    /** @throws RequestRefused not_found */
    public PersonView get(String personId) {
        return person(personId).view();
    }

    /** @return the person with this email, in any case */
    public Optional<PersonView> byEmail(String email) {
        return row(email).map(Person::view);
    }

    /**
     * Checks a password. It takes as long for an email that nobody has.
     *
     * @return empty when either is wrong
     */
    public Optional<PersonView> authenticate(String email, String password) {
        Optional<Person> person = email == null ? Optional.empty() : row(email);
        return passwords.matches(password, person.map(known -> known.passwordHash).orElse(null))
                ? person.map(Person::view) : Optional.empty();
    }

    /** @throws RequestRefused forbidden for a wrong password */
    public void checkPassword(String personId, String password) {
        if (!passwords.matches(password, person(personId).passwordHash)) {
            throw RequestRefused.forbidden("password_wrong", "currentPassword: is wrong");
        }
    }

    /** @param name null keeps it @param email null keeps it. @throws RequestRefused unprocessable_entity; conflict for an email that another has */
    public PersonView change(String personId, String name, String email) {
        Person person = database.find(Person.class, personId, LockModeType.PESSIMISTIC_WRITE);
        if (name != null) {
            person.name = NewPerson.checkedName(name);
        }
        String newEmail = email == null ? person.email : NewPerson.checkedEmail("email", email);
        if (!newEmail.equals(person.email)) {
            refuseTaken(newEmail);
            recordForAll(personId, "email_changed", Map.of("from", person.email, "to", newEmail));
            person.email = newEmail;
        }
        return person.view();
    }

    /** @param action password_changed or password_reset. @throws RequestRefused unprocessable_entity */
    public void setPassword(String personId, String password, String action) {
        NewPerson.checkPassword("newPassword", password);
        person(personId).passwordHash = passwords.hash(password);
        recordForAll(personId, action, Map.of());
    }

    /** Writes what concerns a person into the audit trail of each of their workspaces. */
    public void recordForAll(String personId, String action, Map<String, ?> details) {
        database.createQuery("select m.workspaceId from Membership m where m.personId = :person order by m.workspaceId",
                        WorkspaceId.class)
                .setParameter("person", personId).getResultList()
                .forEach(workspaceId -> trail.record(workspaceId, action, personId, details));
    }

    private Person person(String personId) {
        Person person = database.find(Person.class, personId);
        if (person == null) {
            throw RequestRefused.notFound("person_not_found", "Person not found.");
        }
        return person;
    }

    private Optional<Person> row(String email) {
        List<Person> found = database.createQuery("select p from Person p where p.email = :email", Person.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT)).getResultList();
        return found.stream().findFirst();
    }

    /** Two at the same moment meet at the unique key. */
    private void refuseTaken(String email) {
        if (row(email).isPresent()) {
            throw RequestRefused.conflict("email_taken", "email: there is a person with this address");
        }
    }
}
