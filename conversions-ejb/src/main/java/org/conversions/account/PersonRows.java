package org.conversions.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;
import org.conversions.platform.RequestRefused;

/** Reads the rows of people. */
@ApplicationScoped
class PersonRows {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @throws RequestRefused not_found */
    Person get(String personId) {
        Person person = database.find(Person.class, personId);
        if (person == null) {
            throw RequestRefused.notFound("person_not_found", "Person not found.");
        }
        return person;
    }

    /**
     * Keeps others who change the person out until the end of the transaction. The row is read again under the lock: what
     * this transaction read before may be of the time before another one's change.
     *
     * @throws RequestRefused not_found
     */
    Person locked(String personId) {
        Person person = get(personId);
        database.flush();
        database.refresh(person, LockModeType.PESSIMISTIC_WRITE);
        return person;
    }

    /** @param email in any case */
    Optional<Person> byEmail(String email) {
        return database.createQuery("select p from Person p where p.email = :email", Person.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT)).getResultStream().findFirst();
    }
}
