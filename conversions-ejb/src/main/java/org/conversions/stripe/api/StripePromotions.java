package org.conversions.stripe.api;

import static org.conversions.stripe.api.StripeClients.encoded;
import static org.conversions.stripe.api.StripeClients.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.StripeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.conversions.stripe.object.StripeObject;
import org.conversions.stripe.object.UsedDiscounts;

/** Makes, finds and ends promotion codes of an account, and asks which of them purchases were made with. Call it outside any transaction. */
@ApplicationScoped
public class StripePromotions {

    private static final String CODES = "/v1/promotion_codes";

    @Inject
    private StripeClients clients;

    /**
     * Makes a code for those who buy for the first time.
     *
     * @param metadata       what it is found by later
     * @param idempotencyKey the same one makes the same code
     * @return {@link StripeAnswer.PromotionCode}
     */
    public StripeAnswer create(StripeAccess access, String couponId, String code, Map<String, String> metadata, String idempotencyKey) {
        StringBuilder form = new StringBuilder("promotion%5Btype%5D=coupon").append(parameter("promotion[coupon]", couponId))
                .append(parameter("code", code)).append(parameter("restrictions[first_time_transaction]", "true"));
        metadata.forEach((name, value) -> form.append(parameter("metadata[" + name + "]", value)));
        return clients.ask(access, with -> code(StripeList.json(clients.postOnce(with, CODES, form.toString(), idempotencyKey))));
    }

    /** @return {@link StripeAnswer.PromotionCode}, or Unknown */
    public StripeAnswer find(StripeAccess access, String promotionCodeId) {
        return clients.ask(access, with -> {
            try {
                return code(StripeList.json(clients.get(with, CODES + "/" + encoded(promotionCodeId))));
            } catch (StripeException e) {
                return unknown(e);
            }
        });
    }

    /** @return the {@link StripeAnswer.PromotionCode} that buyers can use by this text, or Unknown */
    public StripeAnswer byCode(StripeAccess access, String code) {
        return clients.ask(access, with -> StripeList.objects(StripeList.parsed(clients.get(with,
                        CODES + "?limit=1&active=true" + parameter("code", code)))).stream()
                .findFirst().<StripeAnswer>map(StripePromotions::code).orElseGet(StripeAnswer.Unknown::new));
    }

    /** Ends a code. @return Done, also when it is not there any more */
    public StripeAnswer retire(StripeAccess access, String promotionCodeId) {
        return clients.ask(access, with -> {
            try {
                clients.post(with, CODES + "/" + encoded(promotionCodeId), "active=false");
            } catch (StripeException e) {
                unknown(e);
            }
            return new StripeAnswer.Done();
        });
    }

    /**
     * Asks where the discounts of a purchase come from.
     *
     * @param purchaseId of an invoice, or of a checkout session
     * @return {@link StripeAnswer.Discounts}, or Unknown
     */
    public StripeAnswer discountsOf(StripeAccess access, String purchaseId) {
        String path = purchaseId.startsWith("cs_") ? "/v1/checkout/sessions/" + encoded(purchaseId) : "/v1/invoices/"
                + encoded(purchaseId) + "?" + parameter("expand[]", "discounts").substring(1) + parameter("expand[]", "lines.data.discounts");
        return clients.ask(access, with -> {
            try {
                return new StripeAnswer.Discounts(UsedDiscounts.of(new StripeObject(StripeList.json(clients.get(with, path)))).described());
            } catch (StripeException e) {
                return unknown(e);
            }
        });
    }

    private static StripeAnswer unknown(StripeException failure) throws StripeException {
        if (StripeFailure.isUnknownObject(failure)) {
            return new StripeAnswer.Unknown();
        }
        throw failure;
    }

    private static StripeAnswer.PromotionCode code(JsonNode code) {
        String id = StripeObject.idOf(code.path("id"));
        if (id == null || !code.path("code").isTextual()) {
            throw new UnreadableAnswer("it answered something that is no promotion code", null);
        }
        String coupon = StripeObject.idOf(code.path("promotion").path("coupon"));
        return new StripeAnswer.PromotionCode(id, code.path("code").asText(), coupon != null ? coupon
                : StripeObject.idOf(code.path("coupon")), code.path("active").asBoolean(), code.path("metadata"));
    }
}
