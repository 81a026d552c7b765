package org.conversions.partner.application;

import org.conversions.platform.Word;

/** The reason why an applicant was not taken, in the words of the API. */
public enum RejectionReason implements Word {

    NEEDS_MORE_DETAIL("needsMoreDetail"), DOES_NOT_MEET_REQUIREMENTS("doesNotMeetRequirements"), NOT_THE_RIGHT_FIT("notTheRightFit"),
    OTHER("other");

    private final String text;

    RejectionReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
