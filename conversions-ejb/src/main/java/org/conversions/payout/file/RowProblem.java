package org.conversions.payout.file;

/**
 * The reason why a payout cannot be in a file.
 *
 * @param reason  a stable word for programs
 * @param message what is wrong, as the rest of a sentence
 */
public record RowProblem(String payoutId, String partnerId, String partnerName, String reason, String message) {

    static RowProblem of(PayoutRow row, String reason, String message) {
        return new RowProblem(row.payoutId(), row.payee().partnerId(), row.payee().name(), reason, message);
    }

    /** @return a sentence for people */
    String sentence() {
        return partnerName + " (" + payoutId + ") " + message;
    }
}
