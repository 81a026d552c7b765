package org.conversions.tracking;

import static org.conversions.platform.UtcTime.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.conversions.customer.CustomerErased;
import org.conversions.customer.CustomersMerged;
import org.conversions.platform.Json;

/**
 * Keeps the first response to a reported sale, by its invoice, for ever and in the transaction of the sale. The unique key
 * of the claim decides between several that are reported at once. It is not {@code platform.idempotency}, which keeps
 * responses for a day, by a key that the client chose, and knows no customer whom they would have to follow.
 */
@ApplicationScoped
class FirstResponses {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @return the answer to the first report of it */
    Optional<TrackedSale> find(SaleRequest request) {
        if (request.claim() == null) {
            return Optional.empty();
        }
        List<?> answers = database.createNativeQuery("select answer from tracked_sale"
                        + " where workspace_id = :workspace and mode = :mode and claim = :claim", String.class)
                .setParameter("workspace", request.workspaceId()).setParameter("mode", request.mode().text())
                .setParameter("claim", request.claim()).getResultList();
        return answers.stream().map(String.class::cast).map(FirstResponses::read).findFirst();
    }

    /** Waits for others who report it, and fails at the unique key when one of them has committed. */
    void claim(SaleRequest request) {
        if (request.claim() != null) {
            database.createNativeQuery("insert into tracked_sale (workspace_id, mode, claim, tracked_at)"
                            + " values (:workspace, :mode, :claim, :at)")
                    .setParameter("workspace", request.workspaceId()).setParameter("mode", request.mode().text())
                    .setParameter("claim", request.claim())
                    .setParameter("at", column(clock.instant())).executeUpdate();
        }
    }

    /** @return the answer, which is now the first */
    TrackedSale keep(SaleRequest request, TrackedSale answer) {
        if (request.claim() != null) {
            database.createNativeQuery("update tracked_sale set answer = :answer,"
                            + " customer_id = :customer"
                            + " where workspace_id = :workspace and mode = :mode and claim = :claim")
                    .setParameter("mode", request.mode().text()).setParameter("answer", Json.write(answer))
                    .setParameter("customer", answer.customerId())
                    .setParameter("workspace", request.workspaceId())
                    .setParameter("claim", request.claim()).executeUpdate();
        }
        return answer;
    }

    void forget(@Observes CustomerErased event) {
        database.createNativeQuery("delete from tracked_sale where workspace_id = :workspace"
                        + " and customer_id = :customer")
                .setParameter("workspace", event.workspaceId())
                .setParameter("customer", event.customerId()).executeUpdate();
    }

    void move(@Observes CustomersMerged event) {
        database.createNativeQuery("update tracked_sale set customer_id = :into where workspace_id = :workspace"
                        + " and customer_id = :from")
                .setParameter("workspace", event.into().workspaceId())
                .setParameter("into", event.into().id()).setParameter("from", event.from()).executeUpdate();
    }

    private static TrackedSale read(String json) {
        try {
            return Json.MAPPER.readValue(json, TrackedSale.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }
}
