package org.conversions.commission;

/** The part that a commission has in a draft payout. Pure. */
final class DraftPart {

    private DraftPart() {
    }

    /**
     * What is taken back of a commission leaves the draft at once, and what the operator edits changes it. Of one that was paid
     * before, more that is taken back waits for the next batch, while what comes again is owed no more.
     *
     * @param status as it would be
     * @param part   as it is, in minor units; negative for what is absorbed
     * @param open   what is earned and not paid
     * @return 0 when it leaves the draft
     */
    static long of(CommissionStatus status, long part, long open) {
        return switch (status) {
            case PROCESSED -> open;
            case PAID -> Math.max(part, open);
            default -> 0;
        };
    }
}
