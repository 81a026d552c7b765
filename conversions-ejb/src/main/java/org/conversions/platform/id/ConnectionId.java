package org.conversions.platform.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;

/** The id of the connection of a Stripe account to a workspace. */
public record ConnectionId(String value) implements RowId {

    public ConnectionId {
        RowId.mustBeGiven(value);
    }

    /** @return the id that a caller or a nullable column names; null for null and for a blank text, which can be none */
    @JsonCreator(mode = Mode.DELEGATING)
    public static ConnectionId of(String value) {
        return value == null || value.isBlank() ? null : new ConnectionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
