package org.conversions.reward;

/** The reason why a sale or a lead credits no partner. */
public enum NoCredit implements CreditDecision {

    LINK_OF_NOBODY("link_of_nobody", "The link belongs to no partner"),
    PARTNER_NOT_ENROLLED("partner_not_enrolled", "The link's partner is not enrolled in the program"),
    PARTNER_DEACTIVATED("partner_deactivated", "The link's partner had left the program"),
    PARTNER_BANNED("partner_banned", "The link's partner is banned from the program"),
    NO_REWARD("no_reward", "The program promised no reward for it at that time"),
    NOTHING_EARNED("nothing_earned", "By the terms of that time the partner earned nothing by it");

    private final String code;
    private final String explanation;

    NoCredit(String code, String explanation) {
        this.code = code;
        this.explanation = explanation;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** A sentence for the merchant, without a full stop. */
    public String explanation() {
        return explanation;
    }
}
