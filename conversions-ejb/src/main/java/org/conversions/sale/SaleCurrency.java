package org.conversions.sale;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.conversions.exchange.Converted;

/** States a sale in the currency that its workspace has chosen since. The price in the currency of before is kept. */
@Dependent
class SaleCurrency {

    private static final System.Logger LOG = System.getLogger(SaleCurrency.class.getName());

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SalePrices prices;
    @Inject
    private Event<SaleRestated> restated;

    /**
     * @param rows the entries of the sale, the oldest first
     * @return false when there is no rate: then the sale comes to nothing until there is one
     */
    boolean state(Sale sale, List<SaleEntry> rows, String currency) {
        Optional<PastPrice> past = prices.past(sale, currency);
        Optional<Converted> converted = past.isPresent() ? Optional.empty() : converted(sale, currency);
        if (past.isEmpty() && converted.isEmpty() && sale.currency.equals(currency)) {
            return false;
        }
        SaleView before = sale.view();
        List<SaleEntryView> entriesBefore = rows.stream().map(SaleEntry::view).toList();
        if (!Sale.RATE_MISSING.equals(sale.rateSource)) {
            database.merge(PastPrice.of(sale));
        }
        if (past.isPresent()) {
            sale.state(past.get());
        } else if (converted.isPresent()) {
            sale.state(sale.counted(), converted.get());
        } else {
            sale.stateNothing(currency);
        }
        List<Long> amounts = RestatedEntries.amounts(sale.amount, before.takenBack(), entriesBefore);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).amount = amounts.get(i);
        }
        restated.fire(new SaleRestated(before, sale.view(), entriesBefore,
                rows.stream().map(SaleEntry::view).toList()));
        return past.isPresent() || converted.isPresent();
    }

    private Optional<Converted> converted(Sale sale, String currency) {
        try {
            return prices.convert(sale.workspaceId, sale.counted(), currency, sale.paidAt);
        } catch (AmountTooLarge e) {
            LOG.log(System.Logger.Level.WARNING, "Sale " + sale.id + " cannot be counted in " + currency, e);
            return Optional.empty();
        }
    }
}
