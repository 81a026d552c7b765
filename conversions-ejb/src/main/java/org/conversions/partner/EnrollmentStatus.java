package org.conversions.partner;

import java.util.Locale;
import org.conversions.platform.Word;

/** The status of a partner in a program, in the words of the API. */
public enum EnrollmentStatus implements Word {

    /** Applied, and nobody has decided yet. */
    PENDING(false),
    /** In the program. */
    APPROVED(true),
    REJECTED(false),
    /** Asked to join, whose links count already. */
    INVITED(true),
    DECLINED(false),
    /** Left, or was let go: the links stay, and nothing new is earned. */
    DEACTIVATED(false),
    /** Thrown out: the links lead nowhere, and what was not paid is canceled. */
    BANNED(false),
    /** In the program, and out of sight. */
    ARCHIVED(true);

    private final boolean earning;

    EnrollmentStatus(boolean earning) {
        this.earning = earning;
    }

    /** @return true when a partner of this status is credited */
    public boolean earns() {
        return earning;
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
