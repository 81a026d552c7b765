package org.conversions.stripe.inbox;

import static org.conversions.platform.UtcTime.instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.event.Reason;
import org.hibernate.query.NativeQuery;

/** Takes erased people out of events: those that are there, and those that come later. */
@ApplicationScoped
class ErasedEvents {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private EventPayloads payloads;

    private record Named(WorkspaceId workspaceId, String name) {
    }

    /** A name whose events are erased. @param buyer true for a person, whose later events may be another's */
    private record Name(boolean buyer, Instant erasedAt) {
    }

    /** @param events of any workspaces, locked, with their bodies; one query is asked for all of them */
    void erase(Collection<StoredEvent> events) {
        Map<StoredEvent, Set<String>> names = new HashMap<>();
        events.stream().filter(event -> event.workspaceId != null && event.payload.length > 0)
                .forEach(event -> names.put(event, names(event)));
        Map<Named, Name> erased = erased(names);
        names.forEach((event, called) -> {
            if (called.stream().map(name -> erased.get(new Named(event.workspaceId, name)))
                    .anyMatch(name -> name != null && isAbout(event, name))) {
                payloads.put(event.id, PersonalData.erased(event.payload));
            }
        });
    }

    /** Leaves later events of a person's Stripe customer alone, which may be another's: a customer who comes back is a new one. */
    private static boolean isAbout(StoredEvent event, Name name) {
        return !name.buyer() || !event.occurredAt.isAfter(name.erasedAt())
                || event.reason == Reason.CUSTOMER_DELETED;
    }

    private static Set<String> names(StoredEvent event) {
        // Of a guest's events some are known by the payment only.
        JsonNode object = event.stripeCustomerId != null ? MissingNode.getInstance()
                : Envelope.tree(event.payload).path("data").path("object");
        return Stream.of(event.objectId, event.stripeCustomerId, object.path("payment_intent").asText(null),
                object.path("charge").asText(null), object.path("invoice").asText(null))
                .filter(name -> name != null && !name.isEmpty()).collect(Collectors.toSet());
    }

    private Map<Named, Name> erased(Map<StoredEvent, Set<String>> names) {
        Set<String> all = names.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<Named, Name> erased = new HashMap<>();
        if (all.isEmpty()) {
            return erased;
        }
        List<?> rows = database.createNativeQuery("select n.workspace_id as workspace_id, n.name as name, n.buyer as buyer,"
                        + " n.erased_at as erased_at from erased_name n where n.workspace_id in (:workspaces)"
                        + " and n.name in (:names)").unwrap(NativeQuery.class)
                .addScalar("workspace_id", WorkspaceId.class).addScalar("name", String.class)
                .addScalar("buyer", Boolean.class).addScalar("erased_at", LocalDateTime.class)
                .setParameter("workspaces", names.keySet().stream().map(event -> event.workspaceId)
                        .collect(Collectors.toSet())).setParameter("names", all).getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> erased.put(new Named((WorkspaceId) row[0], (String) row[1]),
                new Name((Boolean) row[2], instant((LocalDateTime) row[3]))));
        return erased;
    }
}
