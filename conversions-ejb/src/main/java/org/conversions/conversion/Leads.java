package org.conversions.conversion;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.conversions.platform.Ids;

/** Keeps leads: one for each buyer and event name, however often it is told. */
@Stateless
public class Leads {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Event<LeadRecorded> recorded;

    /**
     * @return the id of the new lead, or empty when the buyer has one of that name. Of two callers at once one
     *         fails at the unique key and is to be run again
     */
    public Optional<String> record(LeadDraft draft) {
        if (exists(draft.customer().id(), draft.eventName())) {
            return Optional.empty();
        }
        Lead lead = new Lead();
        lead.id = Ids.next("lead", clock);
        lead.workspaceId = draft.customer().workspaceId();
        lead.mode = draft.customer().mode().text();
        lead.customerId = draft.customer().id();
        lead.linkId = draft.click().linkId();
        lead.clickId = draft.click().clickId();
        lead.eventName = draft.eventName();
        lead.source = draft.source().text();
        lead.quantity = draft.quantity();
        lead.occurredAt = draft.occurredAt();
        lead.metadata = draft.metadata();
        database.persist(lead);
        database.flush();
        recorded.fire(new LeadRecorded(lead.id, lead.workspaceId, draft.customer().mode(), lead.customerId, lead.linkId,
                draft.source(), lead.quantity, lead.occurredAt));
        return Optional.of(lead.id);
    }

    private boolean exists(String customerId, String eventName) {
        return !database.createQuery("select l.id from Lead l where l.customerId = :customer and l.eventName = :name",
                        String.class)
                .setParameter("customer", customerId).setParameter("name", eventName)
                .setMaxResults(1).getResultList().isEmpty();
    }
}
