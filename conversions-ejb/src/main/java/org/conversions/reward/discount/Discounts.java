package org.conversions.reward.discount;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.GroupDeleted;
import org.conversions.partner.Groups;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Keeps the discounts of groups. */
@Stateless
public class Discounts {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Groups groups;
    @Inject
    private AuditTrail trail;

    /** @return of each of these groups that has one the discount, by the group's id */
    public Map<String, DiscountView> ofGroups(WorkspaceId workspaceId, Collection<String> groupIds) {
        return groupIds.isEmpty() ? Map.of() : database.createQuery("select d from Discount d where d.workspaceId = :workspace"
                        + " and d.groupId in :groups", Discount.class)
                .setParameter("workspace", workspaceId).setParameter("groups", groupIds).getResultStream().map(Discount::view)
                .collect(Collectors.toMap(DiscountView::groupId, Function.identity()));
    }

    public Optional<DiscountView> ofGroup(WorkspaceId workspaceId, String groupId) {
        return Optional.ofNullable(ofGroups(workspaceId, List.of(groupId)).get(groupId));
    }

    /**
     * Gives a group another discount from now on. Codes that there are keep the coupon that they were made for.
     *
     * @param wanted null for none
     * @throws RequestRefused unprocessable when there is no such group
     */
    public void change(WorkspaceId workspaceId, String groupId, DiscountDraft wanted) {
        groups.check(workspaceId, "id", groupId);
        Optional<Discount> known = row(workspaceId, groupId);
        if (wanted == null) {
            known.ifPresent(database::remove);
            known.ifPresent(discount -> record(workspaceId, groupId, null));
            return;
        }
        if (known.filter(discount -> discount.view().draft().equals(wanted)).isPresent()) {
            return;
        }
        Discount discount = known.orElseGet(() -> begin(workspaceId, groupId));
        discount.write(wanted);
        database.persist(discount);
        database.flush();
        record(workspaceId, groupId, wanted);
    }

    /** Takes a coupon that was deleted at Stripe out of the discounts. @return whether a group had it */
    public boolean withoutCoupon(WorkspaceId workspaceId, Mode mode, String couponId) {
        boolean live = mode == Mode.LIVE;
        return database.createQuery("update Discount d set d." + (live ? "couponId" : "couponTestId") + " = null"
                        + " where d.workspaceId = :workspace and d." + (live ? "couponId" : "couponTestId") + " = :coupon")
                .setParameter("workspace", workspaceId).setParameter("coupon", couponId).executeUpdate() > 0;
    }

    public void end(@Observes GroupDeleted event) {
        row(event.workspaceId(), event.groupId()).ifPresent(database::remove);
    }

    private Discount begin(WorkspaceId workspaceId, String groupId) {
        Discount discount = new Discount();
        discount.id = Ids.next("disc", clock);
        discount.workspaceId = workspaceId;
        discount.groupId = groupId;
        discount.createdAt = clock.instant();
        return discount;
    }

    private Optional<Discount> row(WorkspaceId workspaceId, String groupId) {
        return database.createQuery("select d from Discount d where d.workspaceId = :workspace and d.groupId = :group", Discount.class)
                .setParameter("workspace", workspaceId).setParameter("group", groupId).getResultStream().findFirst();
    }

    private void record(WorkspaceId workspaceId, String groupId, DiscountDraft wanted) {
        Map<String, Object> details = new TreeMap<>();
        details.put("amount", wanted == null ? null : wanted.amount());
        details.put("type", wanted == null ? null : wanted.type());
        details.put("couponId", wanted == null ? null : wanted.couponId());
        trail.record(workspaceId, "discount_changed", groupId, details);
    }
}
