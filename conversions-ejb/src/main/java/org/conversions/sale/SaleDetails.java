package org.conversions.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conversions.money.Money;

/**
 * A sale with all that is known of its money.
 *
 * @param returned    what went back of it by refunds and lost disputes, in minor units: 0 or negative
 * @param refunds     how many refunds and lost disputes that is
 * @param attribution why it goes back to this click
 * @param entries     what happened to its money; null in lists
 */
public record SaleDetails(SaleView sale, String eventName, String paymentProcessor, long returned, int refunds,
                          Price price, String attribution, Instant recordedAt, List<SaleEntryView> entries) {

    /**
     * The way from what the buyer paid to what is counted.
     *
     * @param original     as the buyer saw and paid it, with tax, when that was in another currency than the account's; else
     *                     as sold, in the account's
     * @param counted      as sold, in the currency of the account, or as the merchant reported it
     * @param exchangeRate units of the sale's currency for one that was counted; null for sales recorded before rates were
     *                     kept, and while there is none
     * @param rateAsOf     the day of the rate
     * @param staleRate    true when that is too long before the sale, which is corrected when a newer rate comes
     */
    public record Price(Money original, Money counted, BigDecimal exchangeRate, LocalDate rateAsOf, String rateSource,
                        boolean staleRate) {
    }

    /** @return what went back, as the positive amount that people name */
    public long refunded() {
        return -returned;
    }

    /** @return what is left */
    public long net() {
        return sale.amount().minor() + returned;
    }
}
