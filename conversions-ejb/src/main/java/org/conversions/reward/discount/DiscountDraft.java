package org.conversions.reward.discount;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;

/**
 * The discount that buyers get by the codes of a group's partners. Pure.
 *
 * @param amount       percent from 1 to 100, or minor units
 * @param type         percentage or flat
 * @param maxDuration  for how many months; 0 for the first payment only, null for ever
 * @param couponId     the coupon at Stripe; null for none
 * @param couponTestId the same in Stripe's test modes; null for none
 */
public record DiscountDraft(long amount, String type, Integer maxDuration, String couponId, String couponTestId) {

    static final String PERCENTAGE = "percentage";
    static final String FLAT = "flat";

    private static final long FLAT_MAX = 99_999_999;
    private static final int PERCENT_MAX = 100;
    private static final int MONTHS_MAX = 600;
    private static final int ID_MAX = 255;

    /** @param json an object of the API, or null for none @return null for none @throws RequestRefused unprocessable, naming the field */
    public static DiscountDraft read(JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        if (!json.isObject()) {
            throw refused("field_malformed", "", "must be an object, or null");
        }
        String type = json.path("type").asText();
        if (!type.equals(PERCENTAGE) && !type.equals(FLAT)) {
            throw refused("field_value_unknown", ".type", "must be one of percentage, flat");
        }
        long max = type.equals(FLAT) ? FLAT_MAX : PERCENT_MAX;
        long amount = whole(json, "amount", 1, max);
        String live = id(json, "couponId");
        String test = id(json, "couponTestId");
        if (live == null && test == null) {
            throw refused("field_missing", ".couponId", "is required, or couponTestId");
        }
        return new DiscountDraft(amount, type, json.path("maxDuration").isMissingNode() || json.path("maxDuration").isNull() ? null
                : (int) whole(json, "maxDuration", 0, MONTHS_MAX), live, test);
    }

    private static long whole(JsonNode json, String field, long min, long max) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < min || value.longValue() > max) {
            throw refused("field_out_of_range", "." + field, "must be a whole number from " + min + " to " + max);
        }
        return value.longValue();
    }

    private static String id(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > ID_MAX) {
            throw refused("field_malformed", "." + field, "must be the id of a coupon at Stripe");
        }
        return value.textValue().strip();
    }

    private static RequestRefused refused(String reason, String field, String rule) {
        return RequestRefused.unprocessable(reason, "discount" + field + ": " + rule);
    }

    /** @return the amount as a code says it: 20 for 20 % and for 20.00 */
    String said() {
        return type.equals(FLAT) ? Long.toString(amount / 100) : Long.toString(amount);
    }

    /** @return an object that {@link #read} reads */
    public ObjectNode json() {
        return Json.MAPPER.createObjectNode().put("amount", amount).put("type", type).put("maxDuration", maxDuration)
                .put("couponId", couponId).put("couponTestId", couponTestId);
    }
}
