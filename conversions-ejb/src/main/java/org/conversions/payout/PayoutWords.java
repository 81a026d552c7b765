package org.conversions.payout;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** The converters of the words in the columns of payouts and their batches. */
final class PayoutWords {

    private PayoutWords() {
    }

    /** Stores a {@link PayoutStatus}. */
    @Converter(autoApply = true)
    public static class OfPayout extends WordConverter<PayoutStatus> {

        public OfPayout() {
            super(PayoutStatus.class);
        }
    }

    /** Stores a {@link BatchStatus}. */
    @Converter(autoApply = true)
    public static class OfBatch extends WordConverter<BatchStatus> {

        public OfBatch() {
            super(BatchStatus.class);
        }
    }
}
