package org.conversions.platform.id;

import java.io.Serializable;

/** An id of one kind. An id that may be missing is null: there is none without a text. */
public sealed interface RowId extends Serializable permits WorkspaceId {

    /** @return the text as it stands in the column; never blank */
    String value();

    /** @return the text for a column that may be empty; null for null */
    static String text(RowId id) {
        return id == null ? null : id.value();
    }

    /** @throws IllegalArgumentException for a text that is blank: our own bug, whatever a caller may send */
    static void mustBeGiven(String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("An id must not be blank");
        }
    }
}
