package org.conversions.conversion;

import static org.conversions.platform.UtcTime.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.Json;

/**
 * Remembers what was answered about an invoice, for ever and in the transaction of the sale. The unique key of the claim
 * decides between many who tell of it at once. Without an invoice id nothing is remembered.
 */
@ApplicationScoped
class FirstAnswers {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @return what was answered to the first who told of this invoice */
    Optional<TrackedSale> find(SaleRequest request) {
        if (request.invoiceId() == null) {
            return Optional.empty();
        }
        List<?> answers = database.createNativeQuery("select answer from tracked_sale"
                        + " where workspace_id = :workspace and invoice_id = :invoice", String.class)
                .setParameter("workspace", request.workspaceId()).setParameter("invoice", request.invoiceId())
                .getResultList();
        return answers.stream().map(String.class::cast).map(FirstAnswers::read).findFirst();
    }

    /** Waits for others who tell of the invoice, and fails at the unique key when one of them has committed. */
    void claim(SaleRequest request) {
        if (request.invoiceId() != null) {
            database.createNativeQuery("insert into tracked_sale (workspace_id, invoice_id, tracked_at)"
                            + " values (:workspace, :invoice, :at)")
                    .setParameter("workspace", request.workspaceId()).setParameter("invoice", request.invoiceId())
                    .setParameter("at", column(clock.instant())).executeUpdate();
        }
    }

    /** @return the answer, which is now the first */
    TrackedSale keep(SaleRequest request, TrackedSale answer) {
        if (request.invoiceId() != null) {
            database.createNativeQuery("update tracked_sale set answer = :answer"
                            + " where workspace_id = :workspace and invoice_id = :invoice")
                    .setParameter("answer", Json.write(answer)).setParameter("workspace", request.workspaceId())
                    .setParameter("invoice", request.invoiceId()).executeUpdate();
        }
        return answer;
    }

    private static TrackedSale read(String json) {
        try {
            return Json.MAPPER.readValue(json, TrackedSale.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }
}
