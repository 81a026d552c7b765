package org.conversions.partner.deal;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.conversions.platform.Word;

/** The status of a submitted lead, in the words of the API, and the table of all changes that there are. Pure. */
public enum SubmittedStatus implements Word {

    /** The merchant has not looked at it yet. */
    PENDING("pending"),
    /** It is a lead of the partner's. */
    QUALIFIED("qualified"),
    MEETING("meeting"), NEGOTIATION("negotiation"),
    /** The person bought. */
    CLOSED_WON("closedWon"),
    CLOSED_LOST("closedLost"),
    /** It never was a lead. */
    UNQUALIFIED("unqualified");

    private static final Map<SubmittedStatus, Set<SubmittedStatus>> CHANGES = new EnumMap<>(Map.of(
            PENDING, EnumSet.of(QUALIFIED, MEETING, CLOSED_WON, CLOSED_LOST, UNQUALIFIED),
            QUALIFIED, EnumSet.of(MEETING, NEGOTIATION, CLOSED_WON, CLOSED_LOST, UNQUALIFIED),
            MEETING, EnumSet.of(QUALIFIED, NEGOTIATION, CLOSED_WON, CLOSED_LOST, UNQUALIFIED),
            NEGOTIATION, EnumSet.of(QUALIFIED, MEETING, CLOSED_WON, CLOSED_LOST, UNQUALIFIED),
            CLOSED_WON, EnumSet.noneOf(SubmittedStatus.class),
            CLOSED_LOST, EnumSet.noneOf(SubmittedStatus.class),
            UNQUALIFIED, EnumSet.noneOf(SubmittedStatus.class)));

    private final String text;

    SubmittedStatus(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** @return whether a status may follow; the same is no change */
    public boolean allows(SubmittedStatus next) {
        return CHANGES.get(this).contains(next);
    }

    /** @return true for one that nothing follows */
    public boolean isFinal() {
        return CHANGES.get(this).isEmpty();
    }

    /** @return whether nobody else may submit the same person meanwhile */
    boolean claimsPerson() {
        return !isFinal() || this == CLOSED_WON;
    }

    /** @return whether the person is a lead of the partner's; a deal that is won was one, whoever forgot to say so */
    boolean isLead() {
        return this == QUALIFIED || this == CLOSED_WON;
    }
}
