package org.conversions.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.conversions.customer.CustomerErased;

/** Takes the metadata of an erased buyer out of leads. The books stay: times, and the link. */
@ApplicationScoped
class ErasedLeads {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    void erase(@Observes CustomerErased event) {
        database.createQuery("update Lead l set l.metadata = null where l.workspaceId = :workspace"
                        + " and l.customerId = :customer and l.metadata is not null")
                .setParameter("workspace", event.workspaceId()).setParameter("customer", event.customerId()).executeUpdate();
    }
}
