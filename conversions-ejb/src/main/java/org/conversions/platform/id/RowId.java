package org.conversions.platform.id;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/** An id of one kind. An id that may be missing is null: there is none without a text. */
public sealed interface RowId extends Serializable, Comparable<RowId>
        permits WorkspaceId, LinkId, ClickId, CustomerId, SaleId, PartnerId, ConnectionId {

    /** @return the text as it stands in the column; never blank */
    @JsonValue
    String value();

    /** Orders ids of one kind by their text, which is the order in which most of them were made. */
    @Override
    default int compareTo(RowId other) {
        return value().compareTo(other.value());
    }

    /** @return the text for a column or an answer that may be empty; null for null */
    static String text(RowId id) {
        return id == null ? null : id.value();
    }

    /** @return what a statement that goes past Hibernate takes: the text of an id, and every other value as it is */
    static Object column(Object value) {
        return value instanceof RowId id ? id.value() : value;
    }

    /** @throws IllegalArgumentException for a text that is blank: our own bug, whatever a caller may send */
    static void mustBeGiven(String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("An id must not be blank");
        }
    }
}
