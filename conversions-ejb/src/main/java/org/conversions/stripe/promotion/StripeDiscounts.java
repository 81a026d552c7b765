package org.conversions.stripe.promotion;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Remembers which codes the discounts of purchases came from, as Stripe said when it was asked. */
@Stateless
public class StripeDiscounts {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Event<DiscountsKnown> known;

    /** @return of those discounts that Stripe was asked about the code at Stripe, empty for none */
    public Map<String, String> codesOf(WorkspaceId workspaceId, Mode mode, Collection<String> discountIds) {
        Map<String, String> codes = new HashMap<>();
        if (!discountIds.isEmpty()) {
            List<?> rows = database.createNativeQuery("select discount_id, promotion_code_id from stripe_discount"
                            + " where workspace_id = :workspace and mode = :mode and discount_id in (:discounts)")
                    .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                    .setParameter("discounts", List.copyOf(discountIds)).getResultList();
            rows.stream().map(Object[].class::cast).forEach(row -> codes.put((String) row[0], (String) row[1]));
        }
        return codes;
    }

    /** @param codes by the discount the code at Stripe, empty for none */
    public void remember(WorkspaceId workspaceId, Mode mode, String purchaseId, Map<String, String> codes) {
        codes.forEach((discount, code) -> database.createNativeQuery("insert into stripe_discount (workspace_id, mode, discount_id,"
                        + " promotion_code_id) values (:workspace, :mode, :discount, :code) on duplicate key update"
                        + " promotion_code_id = :code")
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text()).setParameter("discount", discount)
                .setParameter("code", code).executeUpdate());
        known.fire(new DiscountsKnown(workspaceId, purchaseId));
    }
}
