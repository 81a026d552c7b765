package org.conversions.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conversions.money.Money;
import org.conversions.sale.entry.SaleEntryView;

/**
 * A sale with all that is known of its money.
 *
 * @param returned    the money that went back by refunds and lost disputes, in minor units: 0 or negative
 * @param refunds     the number of refunds and lost disputes that is
 * @param attribution the reason why it goes back to this click
 * @param entries     the changes of its money; null in lists
 */
public record SaleDetails(SaleView sale, String eventName, String paymentProcessor, long returned, int refunds,
                          Price price, String attribution, Instant recordedAt, List<SaleEntryView> entries) {

    /**
     * The amount that the buyer paid, and its conversion to the one that is counted.
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

    /** @return the money that went back, as the positive amount that people name */
    public long refunded() {
        return -returned;
    }

    /** @return the rest */
    public long net() {
        return sale.amount().minor() + returned;
    }
}
