package org.conversions.reward.discount;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Finds the codes that purchases were made with, and keeps what Stripe says of codes. */
@Stateless
public class UsedCodes {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private TransactionMemory memory;

    /** @return whether a purchase of the workspace may have been made with a code of a partner's; ended ones count as well */
    public boolean any(WorkspaceId workspaceId, Mode mode) {
        return memory.<Mode, Boolean>of(UsedCodes.class, workspaceId).get(mode, modes -> Map.of(mode,
                !database.createQuery("select d.id from DiscountCode d where d.workspaceId = :workspace and d.mode = :mode", String.class)
                        .setParameter("workspace", workspaceId).setParameter("mode", mode).setMaxResults(1).getResultList().isEmpty()));
    }

    /**
     * @param promotionCodeIds Stripe's, of a purchase
     * @return of those that counted then the one that was made first
     */
    public Optional<DiscountCodeView> of(WorkspaceId workspaceId, Mode mode, Collection<String> promotionCodeIds, Instant paidAt) {
        return promotionCodeIds.isEmpty() ? Optional.empty() : rows(workspaceId, mode, promotionCodeIds).map(DiscountCode::view)
                .filter(code -> code.countsAt(paidAt)).findFirst();
    }

    /**
     * Keeps whether buyers can use a code at Stripe. Of two reports the newer stands.
     *
     * @param at by Stripe's clock
     * @return the codes that are meant, ended ones too
     */
    public List<DiscountCodeView> learn(WorkspaceId workspaceId, Mode mode, String promotionCodeId, boolean active, Instant at) {
        List<DiscountCode> codes = rows(workspaceId, mode, List.of(promotionCodeId)).toList();
        codes.stream().filter(code -> !code.stateAt.isAfter(at)).forEach(code -> {
            code.active = active;
            code.stateAt = at;
        });
        return codes.stream().map(DiscountCode::view).toList();
    }

    /** Marks the codes of a coupon as out of use. @return whether there are any */
    public boolean withoutCoupon(WorkspaceId workspaceId, Mode mode, String couponId) {
        return database.createQuery("update DiscountCode d set d.active = false where d.workspaceId = :workspace and d.mode = :mode"
                        + " and d.couponId = :coupon")
                .setParameter("workspace", workspaceId).setParameter("mode", mode).setParameter("coupon", couponId).executeUpdate() > 0;
    }

    private Stream<DiscountCode> rows(WorkspaceId workspaceId, Mode mode, Collection<String> promotionCodeIds) {
        return database.createQuery("select d from DiscountCode d where d.workspaceId = :workspace and d.mode = :mode"
                        + " and d.promotionCodeId in :ids order by d.id", DiscountCode.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode).setParameter("ids", promotionCodeIds).getResultStream();
    }
}
