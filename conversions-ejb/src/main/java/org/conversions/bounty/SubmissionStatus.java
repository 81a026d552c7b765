package org.conversions.bounty;

import java.util.Locale;
import org.conversions.platform.Word;

/** The status of a submission, in the words of the API. */
public enum SubmissionStatus implements Word {
    /** Not handed in, or the figures are not there yet. */
    DRAFT,
    SUBMITTED,
    APPROVED,
    REJECTED;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
