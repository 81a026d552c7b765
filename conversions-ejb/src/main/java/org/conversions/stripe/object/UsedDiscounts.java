package org.conversions.stripe.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The discounts of a purchase: of a checkout session or an invoice as a whole, and of each of its lines. Pure. An invoice names most
 * of them, and does not say which code they came from; a session says so since 2024.
 *
 * @param described by the id of the discount the code at Stripe that it came from, empty for none; a session counts as a discount
 * @param unknown   discounts of which the purchase says no more than that they are there
 */
public record UsedDiscounts(Map<String, String> described, Set<String> unknown) {

    private static final String OF_SESSION = "total_details.breakdown.discounts";
    private static final String NONE = "";

    public static UsedDiscounts of(StripeObject purchase) {
        Reading reading = new Reading();
        if ("invoice".equals(purchase.json().path("object").asText())) {
            reading.one(purchase.at("discount"));
            reading.all(purchase, "discounts");
            reading.named(purchase, "total_discount_amounts");
            for (StripeObject line : purchase.elements("lines")) {
                reading.all(line, "discounts");
                reading.named(line, "discount_amounts");
            }
        } else {
            reading.session(purchase);
        }
        reading.unknown.removeAll(reading.described.keySet());
        return new UsedDiscounts(reading.described, reading.unknown);
    }

    public boolean isEmpty() {
        return described.isEmpty() && unknown.isEmpty();
    }

    /** @return the codes at Stripe that are known to have been used */
    public List<String> promotionCodes() {
        return described.values().stream().filter(code -> !code.equals(NONE)).distinct().toList();
    }

    private static final class Reading {

        private final Map<String, String> described = new LinkedHashMap<>();
        private final Set<String> unknown = new LinkedHashSet<>();

        private void all(StripeObject object, String list) {
            object.elements(list).forEach(discount -> one(discount.json()));
        }

        /** Reads the amounts of discounts, which name them. */
        private void named(StripeObject object, String amounts) {
            object.elements(amounts).forEach(amount -> one(amount.at("discount")));
        }

        private void one(JsonNode discount) {
            String id = StripeObject.idOf(discount);
            if (id != null && discount.isObject()) {
                describe(id, discount);
            } else if (id != null) {
                unknown.add(id);
            }
        }

        private void describe(String id, JsonNode discount) {
            String code = StripeObject.idOf(discount.path("promotion_code"));
            if (code != null || !described.containsKey(id)) {
                described.put(id, code == null ? NONE : code);
            }
        }

        private void session(StripeObject session) {
            String id = StripeObject.idOf(session.json().path("id"));
            List<JsonNode> discounts = new ArrayList<>();
            session.elements("discounts").forEach(discount -> discounts.add(discount.json()));
            session.elements(OF_SESSION).forEach(part -> discounts.add(part.at("discount")));
            if (id == null || discounts.isEmpty() && session.json().path("total_details").path("amount_discount").asLong() <= 0) {
                return;
            }
            for (int number = 0; number < discounts.size(); number++) {
                describe(number == 0 ? id : id + '/' + number, discounts.get(number));
            }
            if (discounts.isEmpty()) {
                unknown.add(id);
            }
        }
    }
}
