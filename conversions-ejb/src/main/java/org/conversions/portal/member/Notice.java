package org.conversions.portal.member;

/** The kinds of mails that a partner's people choose whether to get. */
public enum Notice {

    NEW_COMMISSION("newCommission"), PAYOUT_PAID("payoutPaid"), PAYOUT_FAILED("payoutFailed");

    /** The attribute of a person's place that says whether it is on. */
    final String attribute;

    Notice(String attribute) {
        this.attribute = attribute;
    }
}
