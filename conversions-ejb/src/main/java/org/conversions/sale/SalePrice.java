package org.conversions.sale;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.conversions.exchange.AppliedRate;
import org.conversions.exchange.Converted;
import org.conversions.exchange.RateAge;
import org.conversions.money.Money;

/**
 * The price of a sale in one currency, and the rate that it was converted at. It is replaced as a whole, never changed. Its
 * currency stands beside it, because it names a past price.
 */
@Embeddable
class SalePrice {

    /** Stands for the source of a rate that is not there yet. */
    static final String RATE_MISSING = "missing";

    /** In minor units of the currency that the sale is stated in. */
    long amount;
    /** The amount it is converted from: in the currency of the account, or as the merchant reported it. */
    @Column(name = "original_amount")
    long originalAmount;
    @Column(name = "original_currency")
    String originalCurrency;
    @Column(name = "exchange_rate", precision = 38, scale = 18)
    BigDecimal exchangeRate;
    @Column(name = "rate_as_of")
    LocalDate rateAsOf;
    @Column(name = "rate_source")
    String rateSource;
    /** The day of the sale while its rate is older than one should be; else null. */
    @Column(name = "stale_rate_day")
    LocalDate staleRateDay;

    protected SalePrice() {
    }

    private SalePrice(long amount, Money counted, AppliedRate rate, LocalDate staleRateDay) {
        this.amount = amount;
        this.originalAmount = counted.minor();
        this.originalCurrency = counted.currency();
        this.exchangeRate = rate.rate();
        this.rateAsOf = rate.asOf();
        this.rateSource = rate.source();
        this.staleRateDay = staleRateDay;
    }

    /** @param counted the amount that counts */
    static SalePrice of(Money counted, Converted converted, Instant paidAt) {
        LocalDate day = LocalDate.ofInstant(paidAt, ZoneOffset.UTC);
        return new SalePrice(converted.amount().minor(), counted, converted.rate(),
                RateAge.of(converted.rate().asOf(), day).stale() ? day : null);
    }

    /** @return a price of nothing, in a currency for which there is no rate yet */
    static SalePrice withoutRate(Money counted) {
        return new SalePrice(0, counted, new AppliedRate(null, null, RATE_MISSING), null);
    }

    /** @return the amount that counts, before it was converted */
    Money counted() {
        return new Money(originalAmount, originalCurrency);
    }
}
