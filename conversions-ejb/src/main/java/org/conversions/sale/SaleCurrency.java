package org.conversions.sale;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.exchange.Converted;
import org.conversions.exchange.RateAge;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.entry.RestatedEntries;
import org.conversions.sale.entry.SaleEntryView;

/** States a sale anew: in another currency, whose price of before is kept, or at a better rate. */
@Dependent
public class SaleCurrency {

    private static final System.Logger LOG = System.getLogger(SaleCurrency.class.getName());

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SalePrices prices;
    @Inject
    private SaleRows rows;
    @Inject
    private Event<SaleRestated> restated;

    /**
     * States a sale in the currency that its workspace has chosen since.
     *
     * @param entries of the sale, the oldest first
     * @return false when there is no rate: then the sale comes to nothing until there is one
     */
    boolean state(Sale sale, List<SaleEntry> entries, String currency) {
        Optional<PastPrice> past = prices.past(sale, currency);
        Optional<Converted> converted = past.isPresent() ? Optional.empty() : converted(sale, currency);
        if (past.isEmpty() && converted.isEmpty() && sale.currency.equals(currency)) {
            return false;
        }
        SaleView before = sale.view();
        List<SaleEntryView> entriesBefore = entries.stream().map(SaleEntry::view).toList();
        if (!SalePrice.RATE_MISSING.equals(sale.price.rateSource)) {
            database.merge(PastPrice.of(sale));
        }
        if (past.isPresent()) {
            sale.state(currency, past.get().price);
        } else if (converted.isPresent()) {
            sale.state(currency, SalePrice.of(sale.price.counted(), converted.get(), sale.paidAt));
        } else {
            sale.state(currency, SalePrice.withoutRate(sale.price.counted()));
        }
        List<Long> amounts = RestatedEntries.amounts(sale.price.amount, before.takenBack(), entriesBefore);
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).amount = amounts.get(i);
        }
        restated.fire(new SaleRestated(before, sale.view(), entriesBefore,
                entries.stream().map(SaleEntry::view).toList()));
        return past.isPresent() || converted.isPresent();
    }

    /**
     * States those of some sales in a currency that are not yet, or are without a rate.
     *
     * @return the number of those for which there is no rate
     */
    public long restate(List<String> saleIds, String currency) {
        List<Sale> sales = database.createQuery("select s from Sale s where s.id in :ids"
                        + " and (s.currency <> :currency or s.price.rateSource = :missing) order by s.id", Sale.class)
                .setParameter("ids", saleIds).setParameter("currency", currency)
                .setParameter("missing", SalePrice.RATE_MISSING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        Map<String, List<SaleEntry>> entries = sales.isEmpty() ? Map.of()
                : rows.entries(sales.stream().map(sale -> sale.id).toList());
        return sales.stream().filter(sale -> !state(sale, entries.get(sale.id), currency)).count();
    }

    /**
     * Converts a sale anew whose rate was older than it should be, and appends what it comes to more or less. Without a
     * better rate nothing changes.
     */
    public void correctRate(WorkspaceId workspaceId, String saleId) {
        Sale sale = rows.locked(workspaceId, saleId);
        LocalDate day = sale.price.staleRateDay;
        Optional<Converted> converted = day == null ? Optional.empty() : converted(sale, sale.currency);
        if (converted.isEmpty() || RateAge.of(converted.get().rate().asOf(), day).stale()) {
            return;
        }
        SaleView before = sale.view();
        List<SaleEntryView> entriesBefore = rows.entries(saleId);
        sale.state(sale.currency, SalePrice.of(sale.price.counted(), converted.get(), sale.paidAt));
        if (!sale.view().equals(before)) {
            rows.correct(sale, entriesBefore, "exchange rate of " + sale.price.rateAsOf);
            rows.corrected(sale, before, entriesBefore);
        }
    }

    private Optional<Converted> converted(Sale sale, String currency) {
        try {
            return prices.convert(sale.workspaceId, sale.price.counted(), currency, sale.paidAt);
        } catch (AmountTooLarge e) {
            LOG.log(System.Logger.Level.WARNING, "Sale " + sale.id + " cannot be counted in " + currency, e);
            return Optional.empty();
        }
    }
}
