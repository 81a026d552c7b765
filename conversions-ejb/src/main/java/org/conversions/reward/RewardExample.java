package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conversions.platform.RequestRefused;

/**
 * An example of a sale, a lead or clicks that a reward is tried with, in the JSON of the API. Pure.
 *
 * @param context what the terms are applied to
 */
public record RewardExample(RewardContext context) {

    private static final String AT = "example.";
    private static final long AMOUNT_MAX = 1_000_000_000_000_000L;
    private static final int PRODUCTS_MAX = 100;

    /**
     * @param event what the reward is for
     * @param json  an object with {@code customer}, {@code partner}, and {@code sale}, {@code lead} or {@code click}; or null
     * @param now   when the sale is paid that says no time
     * @throws RequestRefused unprocessable, naming the field
     */
    public static RewardExample read(String event, JsonNode json, Instant now) {
        JsonNode example = json == null || json.isNull() ? JsonNodeFactory.instance.objectNode() : json;
        if (!example.isObject()) {
            throw RequestRefused.unprocessable("field_malformed", "example: must be an object");
        }
        RewardFacts facts = RewardFacts.NONE;
        for (Attribute attribute : Attribute.values()) {
            JsonNode value = example.path(attribute.entity()).path(attribute.attribute());
            if (!attribute.isOf(event) || value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (attribute.kind() == Attribute.Kind.METADATA) {
                for (var field : value.properties()) {
                    facts = facts.with(new Fact(attribute, field.getKey()), field.getValue());
                }
            } else {
                facts = facts.with(new Fact(attribute, null), checked(attribute, value));
            }
        }
        if (!event.equals(Reward.SALE)) {
            return new RewardExample(RewardContext.ofMany((int) number(example.path(event), event + ".", "quantity", 1, 1_000_000), facts));
        }
        JsonNode sale = example.path("sale");
        long amount = number(sale, "sale.", "amount", 0, AMOUNT_MAX);
        Instant at = time(sale, "paidAt", now);
        int earlier = (int) number(sale, "sale.", "earlierSales", 0, RewardLimits.SALES_MAX);
        Slot slot = earlier == 0 ? Slot.first(at) : new Slot(earlier, time(sale, "firstSalePaidAt", at), at);
        return new RewardExample(new RewardContext(amount, 1, slot, products(sale), known(facts, amount, slot)));
    }

    /** Adds what follows from the others, where the example does not say it. */
    private static RewardFacts known(RewardFacts facts, long amount, Slot slot) {
        RewardFacts all = facts.with(new Fact(Attribute.SALE_AMOUNT, null), amount);
        all = all.with(new Fact(Attribute.CUSTOMER_SUBSCRIPTION_DURATION, null), slot.months())
                .with(new Fact(Attribute.CUSTOMER_SUBSCRIPTION_START, null), slot.firstAt());
        Fact type = new Fact(Attribute.SALE_TYPE, null);
        Set<String> types = new TreeSet<>(Set.of(slot.isFirst() ? "new" : "recurring"));
        JsonNode said = facts.of(type);
        if (said != null) {
            types.add(said.textValue());
        }
        return all.with(type, types);
    }

    private static List<RewardContext.ProductAmount> products(JsonNode sale) {
        List<RewardContext.ProductAmount> products = new ArrayList<>();
        for (JsonNode product : sale.path("products")) {
            products.add(new RewardContext.ProductAmount(product.path("productId").asText(null),
                    number(product, "sale.products.", "amount", 0, AMOUNT_MAX)));
        }
        if (products.size() > PRODUCTS_MAX) {
            throw RequestRefused.unprocessable("field_too_many", AT + "sale.products: must be at most " + PRODUCTS_MAX);
        }
        return products;
    }

    private static JsonNode checked(Attribute attribute, JsonNode value) {
        boolean number = attribute.kind() == Attribute.Kind.NUMBER || attribute.kind() == Attribute.Kind.DATE;
        if (number ? !value.isNumber() : !value.isTextual()) {
            throw RequestRefused.unprocessable("field_malformed",
                    AT + attribute.text() + ": must be " + (number ? "a number" : "a text"));
        }
        if (!attribute.words().isEmpty() && !attribute.words().contains(value.textValue())) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    AT + attribute.text() + ": must be of " + String.join(", ", new TreeSet<>(attribute.words())));
        }
        return value;
    }

    private static long number(JsonNode of, String at, String field, long otherwise, long max) {
        JsonNode value = of.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0 || value.longValue() > max) {
            throw RequestRefused.unprocessable("field_out_of_range", AT + at + field + ": must be a whole number of 0 to " + max);
        }
        return value.longValue();
    }

    private static Instant time(JsonNode sale, String field, Instant otherwise) {
        JsonNode value = sale.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        try {
            return Instant.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw RequestRefused.unprocessable("field_malformed", AT + "sale." + field + ": must be a time such as 2026-01-31T00:00:00Z");
        }
    }
}
