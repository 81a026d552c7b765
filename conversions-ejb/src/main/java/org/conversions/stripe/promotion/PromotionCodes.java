package org.conversions.stripe.promotion;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.reward.discount.DiscountCodeView;
import org.conversions.reward.discount.DiscountCodes;
import org.conversions.reward.discount.NewDiscountCode;
import org.conversions.stripe.api.StripeAccess;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripePromotions;
import org.conversions.stripe.connect.StripeAccesses;
import org.conversions.workspace.Mode;

/**
 * Gives partners codes: makes them at Stripe by the coupon of the partner's group, or takes those that the merchant has made there.
 * Stripe is asked before the database is. A code that was made and not stored, because the server stopped between the two, is found
 * again by its metadata.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PromotionCodes {

    /** The name in Stripe's metadata under which a code says for which link it was made. */
    static final String LINK = "conversions_link";
    private static final int TRIES = 3;
    private static final int BAD_REQUEST = 400;

    @Inject
    private DiscountCodes codes;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private StripePromotions promotions;

    /** A code that is wanted. @param code null for one of the partner's name @param promotionCodeId one that there is at Stripe; null for a new one */
    public record Wanted(String code, String partnerId, String linkId, String promotionCodeId) {
    }

    /**
     * @throws RequestRefused as {@link DiscountCodes#plan} and {@link DiscountCodes#keep}; unprocessable when it can be made at Stripe
     *         by no key or for no coupon, or Stripe does not let it be; unavailable while Stripe does not answer
     */
    public DiscountCodeView make(WorkspaceId workspaceId, Mode mode, Wanted wanted) {
        Optional<StripeAccess> access = accesses.askable(workspaceId, mode).flatMap(accesses::of);
        if (wanted.promotionCodeId() != null) {
            return taken(workspaceId, mode, wanted, access);
        }
        Set<String> excluded = new HashSet<>();
        for (int tries = 1; ; tries++) {
            NewDiscountCode planned = codes.plan(workspaceId, mode, wanted.code(), wanted.partnerId(), wanted.linkId(), excluded);
            Optional<StripeAnswer.PromotionCode> made = made(workspaceId, mode, planned, access.orElseThrow(() ->
                    RequestRefused.unprocessable("stripe_key_missing", "promotionCodeId: is required, because there is no key by which"
                            + " the code could be made at Stripe")));
            if (made.isPresent()) {
                return codes.keep(workspaceId, mode, planned.as(made.get().code(), planned.couponId()), made.get().id(), true);
            }
            if (wanted.code() != null && !wanted.code().isBlank() || tries == TRIES) {
                throw RequestRefused.conflict("code_taken", "code: " + planned.code() + " is a code at Stripe already");
            }
            excluded.add(planned.code());
        }
    }

    /** Takes a code that there is at Stripe. */
    private DiscountCodeView taken(WorkspaceId workspaceId, Mode mode, Wanted wanted, Optional<StripeAccess> access) {
        String id = wanted.promotionCodeId();
        Optional<StripeAnswer.PromotionCode> known = access.map(key -> expect(StripeAnswer.PromotionCode.class,
                promotions.find(key, id), "promotionCodeId: Stripe has no promotion code " + id));
        String text = known.map(StripeAnswer.PromotionCode::code).orElse(wanted.code());
        if (text == null || text.isBlank()) {
            throw RequestRefused.unprocessable("field_missing", "code: is required, because there is no key by which Stripe could be asked"
                    + " for it");
        }
        NewDiscountCode planned = codes.plan(workspaceId, mode, text, wanted.partnerId(), wanted.linkId(), Set.of());
        return codes.keep(workspaceId, mode, planned.as(planned.code(), known.map(StripeAnswer.PromotionCode::couponId).orElse(null)), id,
                false);
    }

    /** @return empty when buyers can use the same text for something else */
    private Optional<StripeAnswer.PromotionCode> made(WorkspaceId workspaceId, Mode mode, NewDiscountCode planned, StripeAccess access) {
        if (planned.couponId() == null) {
            throw RequestRefused.unprocessable("coupon_missing", "partnerId: the group of the partner has no discount with a coupon of"
                    + " this mode; see PATCH /api/groups");
        }
        String name = planned.linkId() + " " + planned.number();
        StripeAnswer answer = promotions.create(access, planned.couponId(), planned.code(), Map.of(LINK, name),
                "code-" + TokenHash.sha256(workspaceId + " " + mode.text() + " " + name + " " + planned.couponId() + " " + planned.code()));
        if (answer instanceof StripeAnswer.Refused refused && refused.status() == BAD_REQUEST
                && promotions.byCode(access, planned.code()) instanceof StripeAnswer.PromotionCode other) {
            return Optional.of(other).filter(code -> name.equals(code.metadata().path(LINK).textValue()));
        }
        return Optional.of(expect(StripeAnswer.PromotionCode.class, answer, "code: Stripe has no coupon " + planned.couponId()));
    }

    private static <T extends StripeAnswer> T expect(Class<T> type, StripeAnswer answer, String unknown) {
        if (type.isInstance(answer)) {
            return type.cast(answer);
        }
        if (answer instanceof StripeAnswer.Refused refused) {
            throw RequestRefused.unprocessable("code_refused", "code: Stripe does not let it be made: " + refused.reason());
        }
        if (answer instanceof StripeAnswer.Unknown) {
            throw RequestRefused.unprocessable("promotion_code_unknown", unknown);
        }
        throw RequestRefused.unavailable("stripe_unreachable", "Stripe could not be asked for the code"
                + (answer instanceof StripeAnswer.Unavailable trouble ? ": " + trouble.reason() : "") + ". Try again.");
    }
}
