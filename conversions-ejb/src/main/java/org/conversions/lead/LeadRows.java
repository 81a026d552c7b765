package org.conversions.lead;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.conversions.customer.CustomerIdentified;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.CustomerId;

/** Reads, adds and removes the rows of leads, inside the transaction of the caller. Those of a buyer whom it has made are its own. */
@ApplicationScoped
class LeadRows {

    /** The priority before all observers that make a lead of a new buyer. */
    private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;
    private static final Comparator<Lead> IN_ORDER = Comparator.comparing((Lead lead) -> lead.occurredAt)
            .thenComparing(lead -> lead.id);

    @PersistenceContext(unitName = "conversions")
    EntityManager database;
    @Inject
    TransactionMemory memory;

    /** Knows that a buyer who was just made has no leads yet, and that no one else can add one before the commit. */
    void begin(@Observes @Priority(FIRST) CustomerIdentified event) {
        if (event.created()) {
            ofNewBuyers().put(event.customerId(), new ArrayList<>());
        }
    }

    private KnownRows<CustomerId, List<Lead>> ofNewBuyers() {
        return memory.of(Lead.class);
    }

    Lead byId(String leadId) {
        return database.find(Lead.class, leadId);
    }

    Optional<Lead> find(CustomerId customerId, String key) {
        if (ofNewBuyers().isKnown(customerId)) {
            return of(customerId).stream().filter(lead -> KnownRows.isSame(lead.leadKey, key)).findFirst();
        }
        return database.createQuery("select l from Lead l where l.customerId = :customer and l.leadKey = :key",
                        Lead.class)
                .setParameter("customer", customerId).setParameter("key", key).getResultStream().findFirst();
    }

    /** @return the leads of a buyer, the earliest first */
    List<Lead> of(CustomerId customerId) {
        if (ofNewBuyers().isKnown(customerId)) {
            return ofNewBuyers().get(customerId, none -> null).stream().sorted(IN_ORDER).toList();
        }
        return database.createQuery("select l from Lead l where l.customerId = :customer order by l.occurredAt, l.id",
                        Lead.class)
                .setParameter("customer", customerId).getResultList();
    }

    /** @return the same as they are now: another transaction may have changed one since this one read it first */
    List<Lead> newest(CustomerId customerId) {
        List<Lead> leads = of(customerId);
        if (!ofNewBuyers().isKnown(customerId)) {
            leads.forEach(database::refresh);
        }
        return leads;
    }

    void add(Lead lead) {
        database.persist(lead);
        ofNewBuyers().with(lead.customerId, leads -> leads.add(lead));
    }

    /** Keeps others who change a lead out until the commit, and reads what they left. */
    void lock(Lead lead) {
        if (!ofNewBuyers().isKnown(lead.customerId)) {
            database.refresh(lead, LockModeType.PESSIMISTIC_WRITE);
        }
    }

    /** @param customerId the buyer whose lead it is now; null for none: then it is removed */
    void move(Lead lead, CustomerId customerId) {
        ofNewBuyers().forget();
        if (customerId != null) {
            lead.customerId = customerId;
        } else {
            database.remove(lead);
        }
        database.flush();
    }
}
