package org.conversions.bounty;

import org.conversions.platform.Word;

/** The reason why a submission earned nothing, in the words of the API. */
public enum SubmissionRejection implements Word {

    INVALID_PROOF("invalidProof"), DUPLICATE_SUBMISSION("duplicateSubmission"), OUT_OF_TIME_WINDOW("outOfTimeWindow"),
    DID_NOT_MEET_CRITERIA("didNotMeetCriteria"), OTHER("other");

    private final String text;

    SubmissionRejection(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
