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

    /** Stores an {@link EntryKind}. */
    @Converter(autoApply = true)
    public static class Kind extends WordConverter<EntryKind> {

        public Kind() {
            super(EntryKind.class);
        }
    }

    /** Stores a {@link Hold}. */
    @Converter(autoApply = true)
    public static class HeldFor extends WordConverter<Hold> {

        public HeldFor() {
            super(Hold.class);
        }
    }
}
