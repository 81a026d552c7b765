package org.conversions.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private PersonRows rows;
    @Inject
    private Passwords passwords;
    @Inject
    private AuditTrail trail;
    @Inject
    private Event<PersonActed> acted;

    /** A person to be added, whose password is hashed already. */
    public record Prepared(String email, String name, String passwordHash) {

        /** Leaves the hash out, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "Prepared[" + email + "]";
        }
    }

    /** Hashes the password, which takes long: before locks are taken that others wait for. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Prepared prepared(NewPerson draft) {
        return new Prepared(draft.email(), draft.name(), passwords.hash(draft.password()));
    }

    /** As {@link #add(Prepared, boolean)}. */
    public PersonView add(NewPerson draft, boolean operator) {
        return add(prepared(draft), operator);
    }

    /**
     * @param operator whether the server is theirs to operate
     * @throws RequestRefused conflict when another person has this email
     */
    public PersonView add(Prepared draft, boolean operator) {
        Person person = new Person();
        person.id = Ids.next("user", clock);
        person.email = draft.email();
        person.name = draft.name();
        person.passwordHash = draft.passwordHash();
        person.operator = operator;
        person.createdAt = clock.instant();
        refuseTaken(draft.email());
        database.persist(person);
        return person.view();
    }

    /** @throws RequestRefused not_found */
    public PersonView get(String personId) {
        return rows.get(personId).view();
    }

    /** @return the names of these people by their ids */
    public Map<String, String> names(Collection<String> personIds) {
        return personIds.isEmpty() ? Map.of() : database.createQuery("select p.id, p.name from Person p where p.id in :ids", Object[].class)
                .setParameter("ids", personIds).getResultStream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** @return these people by their ids */
    public Map<String, PersonView> byIds(Collection<String> personIds) {
        return personIds.isEmpty() ? Map.of() : database.createQuery("select p from Person p where p.id in :ids", Person.class)
                .setParameter("ids", personIds).getResultStream().map(Person::view)
                .collect(Collectors.toMap(PersonView::id, Function.identity()));
    }

    /** @return the person with this email, in any case */
    public Optional<PersonView> byEmail(String email) {
        return rows.byEmail(email).map(Person::view);
    }

    /**
     * Checks a password. It takes as long for an email that nobody has, and holds no connection of the database meanwhile.
     *
     * @return empty when either is wrong
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<ProvenPassword> authenticate(String email, String password) {
        Optional<Person> person = rows.byEmail(email);
        return passwords.matches(password, person.map(known -> known.passwordHash).orElse(null))
                ? person.map(known -> new ProvenPassword(known.id, known.totpSecret != null, known.passwordHash))
                : Optional.empty();
    }

    /** @param field by which the request names the password. @throws RequestRefused forbidden for a wrong one */
    public void checkPassword(String personId, String field, String password) {
        if (!passwords.matches(password, rows.get(personId).passwordHash)) {
            throw RequestRefused.forbidden("password_wrong", field + ": is wrong");
        }
    }

    /**
     * @param name  null keeps it
     * @param email null keeps it
     * @throws RequestRefused unprocessable_entity; conflict for an email that another person has
     */
    public PersonView change(String personId, String name, String email) {
        Person person = rows.locked(personId);
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

    /**
     * @param field  by which the request names the password
     * @param action password_changed or password_reset
     * @throws RequestRefused unprocessable_entity
     */
    public void setPassword(String personId, String field, String password, String action) {
        NewPerson.checkPassword(field, password);
        String hash = passwords.hash(password);
        rows.locked(personId).passwordHash = hash;
        recordForAll(personId, action, Map.of());
    }

    /** Writes what concerns a person into the audit trail of each of their workspaces, and says so to those who know where else they belong. */
    public void recordForAll(String personId, String action, Map<String, ?> details) {
        List<WorkspaceId> workspaces = database.createQuery("select m.workspaceId from Membership m where m.personId = :person"
                        + " order by m.workspaceId", WorkspaceId.class)
                .setParameter("person", personId).getResultList();
        workspaces.forEach(workspaceId -> trail.record(workspaceId, action, personId, details));
        acted.fire(new PersonActed(personId, action, details, Set.copyOf(workspaces)));
    }

    /** Two at the same moment meet at the unique key. */
    private void refuseTaken(String email) {
        if (rows.byEmail(email).isPresent()) {
            throw RequestRefused.conflict("email_taken", "email: there is a person with this address");
        }
    }
}
