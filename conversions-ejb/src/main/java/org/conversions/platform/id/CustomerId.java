package org.conversions.platform.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;

/** The id of a customer: a buyer as this application knows them, and not a customer at Stripe. */
public record CustomerId(String value) implements RowId {

    public CustomerId {
        RowId.mustBeGiven(value);
    }

    /** @return the id that a caller or a nullable column names; null for null and for a blank text, which can be none */
    @JsonCreator(mode = Mode.DELEGATING)
    public static CustomerId of(String value) {
        return value == null || value.isBlank() ? null : new CustomerId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
