package org.conversions.stripe.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.NamedBy;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.reward.discount.DiscountCodeView;
import org.conversions.reward.discount.UsedCodes;
import org.conversions.stripe.connect.StripeAccesses;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.object.UsedDiscounts;

/** Finds the partner's code that a purchase was made with. */
@ApplicationScoped
public class PurchaseCodes {

    private static final int CLICK_ID_LENGTH = 16;

    @Inject
    private UsedCodes codes;
    @Inject
    private StripeDiscounts discounts;
    @Inject
    private StripeAccesses accesses;

    /**
     * The code of a purchase.
     *
     * @param code       null for none of a partner's
     * @param click      that stands for it, to be kept with the buyer; null for none
     * @param unknown    the purchase when it has discounts of which it is not known where they come from; else null
     * @param answerable whether Stripe can be asked
     */
    public record Found(DiscountCodeView code, CustomerClick click, String unknown, boolean answerable) {

        static final Found NONE = new Found(null, null, null, false);

        /** @return whether there is a code, or may be one as soon as Stripe has answered */
        public boolean mayBring() {
            return code != null || unknown != null && answerable;
        }

        public String codeId() {
            return code == null ? null : code.id();
        }

        /** @return what a purchase of an unknown buyer waits for; empty when no code can bring the buyer */
        public Optional<Outcome> waiting() {
            return unknown == null || !answerable ? Optional.empty()
                    : Optional.of(Outcome.waiting(Reason.DISCOUNT_UNKNOWN, WaitingKey.discounts(unknown)));
        }

        /** @param linkId of the sale; null for none. @return the rest of the sentence that explains it, for people */
        public String said(LinkId linkId) {
            if (code == null) {
                return unknown == null || answerable ? "" : ". Where its discount comes from is not known: there is no key to ask Stripe with";
            }
            return ", made with the discount code " + code.code() + (code.linkId().equals(linkId) ? ""
                    : ", whose partner is not credited, as a click brought the buyer");
        }

        /** @return the outcome, worked off again when it becomes known where the discounts come from */
        public Outcome listening(Outcome outcome) {
            return unknown != null && answerable && !(outcome instanceof Outcome.Waiting)
                    ? outcome.listeningTo(WaitingKey.discounts(unknown)) : outcome;
        }
    }

    /**
     * @param buyer      what the buyer is called: the Stripe customer, else the purchase
     * @param purchaseId the invoice or the checkout session
     * @param paidAt     codes that counted then count
     */
    public Found of(StripeEvent event, String buyer, String purchaseId, Instant paidAt) {
        UsedDiscounts used = UsedDiscounts.of(event.object());
        if (used.isEmpty() || !codes.any(event.workspaceId(), event.mode())) {
            return Found.NONE;
        }
        List<String> promotionCodes = new ArrayList<>(used.promotionCodes());
        Map<String, String> known = discounts.codesOf(event.workspaceId(), event.mode(), used.unknown());
        known.values().stream().filter(code -> !code.isEmpty()).forEach(promotionCodes::add);
        boolean complete = known.keySet().containsAll(Set.copyOf(used.unknown()));
        DiscountCodeView code = codes.of(event.workspaceId(), event.mode(), promotionCodes, paidAt).orElse(null);
        return new Found(code, code == null ? null : click(event, code, buyer, paidAt), complete ? null : purchaseId,
                !complete && accesses.askable(event.workspaceId(), event.mode(), event.connectionId()).isPresent());
    }

    /** @return what stands for a click: one for each buyer and code, so that the first purchase counts in whatever order they come */
    private static CustomerClick click(StripeEvent event, DiscountCodeView code, String buyer, Instant usedAt) {
        ClickId id = new ClickId(TokenHash.sha256(event.workspaceId() + " " + event.mode().text() + " " + code.id() + " " + buyer)
                .substring(0, CLICK_ID_LENGTH));
        return new CustomerClick(id, code.linkId(), usedAt, usedAt, NamedBy.DISCOUNT_CODE, code.id());
    }
}
