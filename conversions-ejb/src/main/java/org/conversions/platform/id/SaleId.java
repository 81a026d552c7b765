package org.conversions.platform.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;

/** The id of a sale. */
public record SaleId(String value) implements RowId {

    public SaleId {
        RowId.mustBeGiven(value);
    }

    /** @return the id that a caller or a nullable column names; null for null and for a blank text, which can be none */
    @JsonCreator(mode = Mode.DELEGATING)
    public static SaleId of(String value) {
        return value == null || value.isBlank() ? null : new SaleId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
