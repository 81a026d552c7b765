package org.conversions.stripe.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.reward.discount.DiscountCodeView;
import org.conversions.reward.discount.Discounts;
import org.conversions.reward.discount.UsedCodes;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;

/**
 * Keeps whether buyers can use the codes of partners. What was bought with a code stays the partner's, and a code that is out of use
 * at Stripe, perhaps because it was used as often as it may be, is not forgotten.
 */
@ApplicationScoped
class PromotionCodeHandler implements StripeEventHandler {

    private static final String COUPON_DELETED = "coupon.deleted";

    @Inject
    private UsedCodes codes;
    @Inject
    private Discounts discounts;

    @Override
    public Set<String> types() {
        return Set.of("promotion_code.created", "promotion_code.updated", COUPON_DELETED);
    }

    @Override
    public Outcome handle(StripeEvent event) {
        String id = event.object().requiredId("id");
        if (event.type().equals(COUPON_DELETED)) {
            boolean ofCodes = codes.withoutCoupon(event.workspaceId(), event.mode(), id);
            boolean ofGroups = discounts.withoutCoupon(event.workspaceId(), event.mode(), id);
            return ofCodes || ofGroups ? Outcome.processed("Codes of the coupon " + id + " are out of use, and no group has it any more")
                    : Outcome.ignored(Reason.NO_DISCOUNT_CODE);
        }
        boolean active = event.object().json().path("active").asBoolean();
        List<DiscountCodeView> meant = codes.learn(event.workspaceId(), event.mode(), id, active, event.occurredAt());
        return meant.isEmpty() ? Outcome.ignored(Reason.NO_DISCOUNT_CODE) : Outcome.processed("Discount code "
                + meant.stream().map(DiscountCodeView::code).distinct().collect(Collectors.joining(", ")) + " is "
                + (active ? "in use" : "out of use") + " at Stripe");
    }
}
