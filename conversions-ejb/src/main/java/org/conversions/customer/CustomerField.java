package org.conversions.customer;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.conversions.address.EmailAddress;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/** The fields of a buyer that a merchant can set, each with its rule. Pure. */
public enum CustomerField {

    EXTERNAL_ID("externalId", 100, false, ".*", "", UnaryOperator.identity()),
    NAME("name", TextColumn.LENGTH_MAX, true, ".*", "", UnaryOperator.identity()),
    EMAIL("email", EmailAddress.LENGTH_MAX, true, EmailAddress.ON_THE_INTERNET, "must be an email address", UnaryOperator.identity()),
    AVATAR("avatar", 2_000, true, "(?i:https?)://[^\\s/?#]+\\S*", "must be a web address", UnaryOperator.identity()),
    STRIPE_CUSTOMER_ID("stripeCustomerId", 255, true, "[A-Za-z0-9_-]+", "must be the id of a Stripe customer",
            UnaryOperator.identity()),
    COUNTRY("country", 2, true, "[A-Za-z]{2}", "must be two letters, such as GB",
            country -> country.toUpperCase(Locale.ROOT));

    private final String text;
    private final int lengthMax;
    private final boolean nullable;
    private final Pattern form;
    private final String rule;
    private final UnaryOperator<String> normal;

    CustomerField(String text, int lengthMax, boolean nullable, String form, String rule,
                  UnaryOperator<String> normal) {
        this.text = text;
        this.lengthMax = lengthMax;
        this.nullable = nullable;
        this.form = Pattern.compile(form, Pattern.DOTALL);
        this.rule = rule;
        this.normal = normal;
    }

    /** @return the name in the API */
    public String text() {
        return text;
    }

    /**
     * @param value null or blank clears what can be cleared
     * @return as it is kept
     * @throws RequestRefused unprocessable, naming the field
     */
    public String checked(String value) {
        if (value == null || value.isBlank()) {
            if (!nullable) {
                throw RequestRefused.unprocessable("field_missing", text + ": cannot be empty");
            }
            return null;
        }
        String stripped = value.strip();
        if (stripped.length() > lengthMax) {
            throw RequestRefused.unprocessable("field_too_long",
                    text + ": must have at most " + lengthMax + " characters");
        }
        if (!form.matcher(stripped).matches()) {
            throw RequestRefused.unprocessable("field_malformed", text + ": " + rule);
        }
        return normal.apply(stripped);
    }
}
