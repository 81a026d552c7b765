package org.conversions.platform.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;

/** The id of a short link. */
public record LinkId(String value) implements RowId {

    public LinkId {
        RowId.mustBeGiven(value);
    }

    /** @return the id that a caller or a nullable column names; null for null and for a blank text, which can be none */
    @JsonCreator(mode = Mode.DELEGATING)
    public static LinkId of(String value) {
        return value == null || value.isBlank() ? null : new LinkId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
