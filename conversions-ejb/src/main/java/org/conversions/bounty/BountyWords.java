package org.conversions.bounty;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** The converters of the words in the columns of bounties and submissions. */
final class BountyWords {

    private BountyWords() {
    }

    /** Stores a {@link BountyKind}. */
    @Converter(autoApply = true)
    public static class Kind extends WordConverter<BountyKind> {
        public Kind() {
            super(BountyKind.class);
        }
    }

    /** Stores a {@link BountyScope}. */
    @Converter(autoApply = true)
    public static class Scope extends WordConverter<BountyScope> {
        public Scope() {
            super(BountyScope.class);
        }
    }

    /** Stores a {@link SubmissionStatus}. */
    @Converter(autoApply = true)
    public static class Status extends WordConverter<SubmissionStatus> {
        public Status() {
            super(SubmissionStatus.class);
        }
    }

    /** Stores a {@link SubmissionRejection}. */
    @Converter(autoApply = true)
    public static class Rejection extends WordConverter<SubmissionRejection> {
        public Rejection() {
            super(SubmissionRejection.class);
        }
    }
}
