package org.conversions.payout.file;

import java.time.Instant;
import org.conversions.money.Money;

/**
 * A payout as a row of a file.
 *
 * @param reference the text that the partner sees beside the payment
 * @param life      what the payout is about, and when it was made and paid
 */
public record PayoutRow(String payoutId, Payee payee, Money amount, String reference, Life life) {

    /**
     * The life of a payout.
     *
     * @param mode        internal when this server sends the money, else external
     * @param description a sentence of the operator, or null
     * @param periodStart of the first that is paid, or null
     * @param periodEnd   of the last that is paid, or null
     * @param initiatedAt when the batch was confirmed, or null
     * @param paidAt      null until then
     */
    public record Life(String batchId, String status, String mode, String description, Instant periodStart, Instant periodEnd,
                       Instant createdAt, Instant initiatedAt, Instant paidAt) {
    }
}
