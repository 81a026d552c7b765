package org.conversions.sale;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.conversions.exchange.Converted;
import org.conversions.exchange.ExchangeRates;
import org.conversions.money.ExchangeRate;
import org.conversions.money.Money;
import org.conversions.money.StoredMoney;
import org.conversions.platform.id.WorkspaceId;

/** Prices sales in a currency: at the rate of the day, and in a currency of before at the rate of then. */
@Dependent
class SalePrices {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private ExchangeRates exchange;

    /**
     * @param counted the amount that counts, in the currency it was reported in
     * @return empty when there is no exchange rate yet
     * @throws AmountTooLarge when it cannot be counted in that currency
     */
    Optional<Converted> convert(WorkspaceId workspaceId, Money counted, String currency, Instant paidAt) {
        try {
            Optional<Converted> converted = exchange.convert(workspaceId, counted, currency, paidAt);
            if (converted.isPresent() && converted.get().amount().minor() > StoredMoney.MINOR_MAX) {
                throw new AmountTooLarge(null);
            }
            return converted;
        } catch (ArithmeticException e) {
            throw new AmountTooLarge(e);
        }
    }

    /** @return the price of before, if the sale was stated in that currency once and counts the same as then */
    Optional<PastPrice> past(Sale sale, String currency) {
        return Optional.ofNullable(database.find(PastPrice.class, new PastPrice.Key(sale.id, currency)))
                .filter(past -> past.price.counted().equals(sale.price.counted()));
    }

    /**
     * @param currency one that the sale is stated in, or was once
     * @return the price, at the rate of then
     */
    Money worth(Sale sale, String currency) {
        if (sale.currency.equals(currency)) {
            return StoredMoney.of(sale.id, sale.price.amount, currency);
        }
        SalePrice price = Optional.ofNullable(database.find(PastPrice.class, new PastPrice.Key(sale.id, currency)))
                .orElseThrow(() -> new IllegalStateException("Sale " + sale.id + " was never stated in " + currency)).price;
        Money counted = sale.price.counted();
        if (price.counted().equals(counted)) {
            return StoredMoney.of(sale.id, price.amount, currency);
        }
        if (counted.currency().equals(price.originalCurrency) && price.exchangeRate != null) {
            return ExchangeRate.of(counted.currency(), currency, price.exchangeRate).convert(counted);
        }
        return convert(sale.workspaceId, counted, currency, sale.paidAt).map(Converted::amount)
                .orElse(new Money(price.amount, currency));
    }
}
