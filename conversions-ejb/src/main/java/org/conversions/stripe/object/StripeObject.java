package org.conversions.stripe.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A Stripe object as raw JSON, read by what is present: the same field may be missing, null, an id or a whole object,
 * depending on the API version that made it. Paths are dotted.
 */
public record StripeObject(JsonNode json) {

    /** The length of the longest id of Stripe's. */
    public static final int ID_MAX = 255;

    private static final int WORD_MAX = 30;
    /** The largest amount: far beyond any payment, and small enough that sums of many cannot overflow 64 bits. */
    private static final long AMOUNT_MAX = 1_000_000_000_000_000L;
    /** The end of the year 9999, the last that a column of the database can hold. */
    private static final long SECOND_MAX = 253_402_300_799L;

    /** @return the text at a path, or null when it is missing, null or empty */
    public String text(String path) {
        JsonNode node = at(path);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw new MalformedObject(path + " is not a string");
        }
        return node.textValue().isBlank() ? null : node.textValue();
    }

    /** @return one of Stripe's own words at a path, such as a status, or null */
    public String word(String path) {
        String word = text(path);
        if (word != null && word.length() > WORD_MAX) {
            throw new MalformedObject(path + " is longer than a word of Stripe's can be");
        }
        return word;
    }

    /** @return the id at a path, be it an id or an expanded object; or null */
    public String id(String path) {
        JsonNode node = at(path);
        String id = node.isObject() ? new StripeObject(node).text("id") : text(path);
        if (id != null && idOf(node) == null) {
            throw new MalformedObject(path + " is longer than an id can be");
        }
        return id;
    }

    /** @return the id that a value is or has; null when there is none, or a longer one than any of Stripe's */
    public static String idOf(JsonNode value) {
        String id = value.isObject() ? value.path("id").textValue() : value.textValue();
        return id == null || id.isBlank() || id.length() > ID_MAX ? null : id;
    }

    /** @return the customer, or the account that is used as one (since clover); or null */
    public String customer() {
        return customer(this::id);
    }

    /** @return the same, and null where the other would be malformed */
    public static String customerOf(JsonNode object) {
        return customer(field -> idOf(object.path(field)));
    }

    private static String customer(UnaryOperator<String> ids) {
        String customer = ids.apply("customer");
        return customer != null ? customer : ids.apply("customer_account");
    }

    public String requiredId(String path) {
        return Optional.ofNullable(id(path)).orElseThrow(() -> new MalformedObject(path + " is missing"));
    }

    /** @return minor units of the object's currency, 0 or more */
    public long amount(String path) {
        return optionalAmount(path).orElseThrow(() -> new MalformedObject(path + " is missing"));
    }

    /** @return minor units, 0 or more; empty when missing or null */
    public Optional<Long> optionalAmount(String path) {
        Optional<Long> amount = signedAmount(path);
        if (amount.isPresent() && amount.get() < 0) {
            throw new MalformedObject(path + " is negative");
        }
        return amount;
    }

    /** @return minor units, negative ones too (credit notes, downgrades); empty when missing or null */
    public Optional<Long> signedAmount(String path) {
        JsonNode node = at(path);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!isBetween(node, -AMOUNT_MAX, AMOUNT_MAX)) {
            throw new MalformedObject(path + " is not an amount");
        }
        return Optional.of(node.longValue());
    }

    /** @return three letters in lower case */
    public String currency(String path) {
        String currency = text(path);
        if (currency == null || !currency.matches("[A-Za-z]{3}")) {
            throw new MalformedObject(path + " is not a currency");
        }
        return currency.toLowerCase(java.util.Locale.ROOT);
    }

    /** @return the moment at a path of whole seconds since 1970, or null */
    public Instant instant(String path) {
        JsonNode node = at(path);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!isTime(node)) {
            throw new MalformedObject(path + " is not a time");
        }
        return Instant.ofEpochSecond(node.longValue());
    }

    public boolean has(String path) {
        JsonNode node = at(path);
        return !node.isMissingNode() && !node.isNull();
    }

    /** @return whether there is a list at a path, plain or in Stripe's {@code data}, with anything in it */
    public boolean hasElements(String path) {
        return !elements(path).isEmpty();
    }

    /** @return the objects of a list at a path, plain or in Stripe's {@code data}: its first page at most */
    public List<StripeObject> elements(String path) {
        JsonNode list = at(path).isArray() ? at(path) : at(path).path("data");
        List<StripeObject> objects = new ArrayList<>();
        list.forEach(element -> objects.add(new StripeObject(element)));
        return objects;
    }

    /** @return whether a value is a time as Stripe writes one: whole seconds since 1970 */
    public static boolean isTime(JsonNode node) {
        return isBetween(node, 0, SECOND_MAX);
    }

    private static boolean isBetween(JsonNode node, long min, long max) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= min && node.longValue() <= max;
    }

    JsonNode at(String path) {
        JsonNode node = json;
        for (String step : path.split("\\.")) {
            node = node.path(step);
        }
        return node;
    }
}
