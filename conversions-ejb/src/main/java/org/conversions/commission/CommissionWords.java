package org.conversions.commission;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** The converters of the words in the columns of a commission. */
final class CommissionWords {

    private CommissionWords() {
    }

    /** Stores a {@link CommissionStatus}. */
    @Converter(autoApply = true)
    public static class Status extends WordConverter<CommissionStatus> {

        public Status() {
            super(CommissionStatus.class);
        }
    }

    /** Stores a {@link Settlement.Kind}. */
    @Converter(autoApply = true)
    public static class EntryKind extends WordConverter<Settlement.Kind> {

        public EntryKind() {
            super(Settlement.Kind.class);
        }
    }
}
