package org.conversions.sale;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.conversions.money.Money;

/** A row of sale_past_price: what a sale came to in a currency that the workspace had before. */
@Entity
@IdClass(PastPrice.Key.class)
@Table(name = "sale_past_price")
class PastPrice {

    /** Names a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        String saleId;
        String currency;

        Key() {
        }

        Key(String saleId, String currency) {
            this.saleId = saleId;
            this.currency = currency;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && saleId.equals(key.saleId) && currency.equals(key.currency);
        }

        @Override
        public int hashCode() {
            return Objects.hash(saleId, currency);
        }
    }

    @Id
    @Column(name = "sale_id")
    String saleId;
    @Id
    String currency;
    long amount;
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
    @Column(name = "stale_rate_day")
    LocalDate staleRateDay;

    /** @return a row for what the sale comes to now, before that changes */
    static PastPrice of(Sale sale) {
        PastPrice price = new PastPrice();
        price.saleId = sale.id;
        price.currency = sale.currency;
        price.amount = sale.amount;
        price.originalAmount = sale.originalAmount;
        price.originalCurrency = sale.originalCurrency;
        price.exchangeRate = sale.exchangeRate;
        price.rateAsOf = sale.rateAsOf;
        price.rateSource = sale.rateSource;
        price.staleRateDay = sale.staleRateDay;
        return price;
    }

    /** @return what it was converted from */
    Money counted() {
        return new Money(originalAmount, originalCurrency);
    }
}
