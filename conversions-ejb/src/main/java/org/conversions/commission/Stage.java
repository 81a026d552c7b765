package org.conversions.commission;

/** How far a commission is on its way to the partner. */
enum Stage {

    /** In no batch, and not paid. */
    OPEN,
    /** In a draft of a batch: what is taken back of it leaves the draft. */
    DRAFTED,
    /** In a batch that is confirmed: nothing shrinks any more. */
    CONFIRMED,
    /** Paid out once. */
    PAID
}
