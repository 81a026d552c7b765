package org.conversions.conversion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A sale with all that is known of its money. Amounts are minor units.
 *
 * @param amount         as sold, in the workspace's currency of then
 * @param refunded       what was taken back of it by refunds and lost disputes
 * @param originalAmount as sold, in the currency it was paid in
 * @param exchangeRate   units of the currency for one of the original currency; null for sales recorded before rates
 *                       were kept
 * @param rateAsOf       the day of the rate
 * @param attribution    why it goes back to this click
 * @param entries        what happened to its money; null in lists
 */
public record SaleDetails(String id, String eventName, String kind, String paymentProcessor, String invoiceId,
                          String saleKey, long amount, long refunded, int refunds, String currency,
                          long originalAmount, String originalCurrency, BigDecimal exchangeRate, LocalDate rateAsOf,
                          String rateSource, boolean disputed, String customerId, String linkId, String clickId,
                          String attribution, Instant paidAt, Instant recordedAt, List<SaleEntryView> entries) {

    /** @return what is left */
    public long net() {
        return amount - refunded;
    }
}
