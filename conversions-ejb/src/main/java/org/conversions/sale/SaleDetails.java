package org.conversions.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conversions.money.Money;

/**
 * A sale with all that is known of its money. Amounts are minor units.
 *
 * @param amount         as sold, in the workspace's currency of then
 * @param refunded       what was taken back of it by refunds and lost disputes
 * @param original       as the buyer saw and paid it, with tax, when that was in another currency than the account's; else
 *                       as sold, in the account's
 * @param counted        as sold, in the currency of the account, or as the merchant told it
 * @param exchangeRate   units of the currency for one that was counted; null for sales recorded before rates were kept
 * @param rateAsOf       the day of the rate
 * @param staleRate      whether that is too long before the sale, which is corrected when a newer rate comes
 * @param attribution    why it goes back to this click
 * @param entries        what happened to its money; null in lists
 */
public record SaleDetails(String id, String eventName, String kind, String paymentProcessor, String invoiceId,
                          String saleKey, long amount, long refunded, int refunds, String currency,
                          Money original, Money counted, BigDecimal exchangeRate, LocalDate rateAsOf,
                          String rateSource, boolean staleRate, boolean disputed, String customerId, String linkId, String clickId,
                          String attribution, Instant paidAt, Instant recordedAt, List<SaleEntryView> entries) {

    /** @return what is left */
    public long net() {
        return amount - refunded;
    }
}
