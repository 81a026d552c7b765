package org.conversions.commission;

import java.util.Objects;
import java.util.stream.Stream;
import org.conversions.money.StoredMoney;
import org.conversions.platform.RequestRefused;

/**
 * A change of the amounts of a commission, as an operator asks for one. Pure. What is null stays.
 *
 * @param earnings         what the partner earns by all of it
 * @param saleAmount       the amount of the sale
 * @param modifySaleAmount what that changes by
 * @param currency         of the amounts; published clients send one with everything, so that it alone is no change
 */
public record CommissionEdit(Long earnings, Long saleAmount, Long modifySaleAmount, String currency) {

    /** @return whether there is anything to change */
    public boolean isAny() {
        return Stream.of(earnings, saleAmount, modifySaleAmount).anyMatch(Objects::nonNull);
    }

    /**
     * @param type     of the commission
     * @param sold     in its currency, before anything was taken back
     * @param itsCurrency the currency that it was earned in
     * @return the new amount of the sale; null when that stays
     * @throws RequestRefused unprocessable for amounts that cannot be
     */
    Long sold(String type, long sold, String itsCurrency) {
        if (Stream.of(earnings, saleAmount, modifySaleAmount).filter(Objects::nonNull).count() > 1) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    "earnings, saleAmount, modifySaleAmount: only one of them can be changed at once");
        }
        if (earnings != null) {
            check("earnings", earnings, type.equals(Commission.CUSTOM) ? -StoredMoney.MINOR_MAX : 0);
            return null;
        }
        if (!type.equals(Commission.SALE)) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    (saleAmount != null ? "saleAmount" : "modifySaleAmount") + ": this commission is of no sale");
        }
        if (currency != null && !currency.equalsIgnoreCase(itsCurrency)) {
            throw RequestRefused.unprocessable("currency_differs", "currency: the commission was earned in " + itsCurrency);
        }
        if (modifySaleAmount != null) {
            check("modifySaleAmount", modifySaleAmount, -StoredMoney.MINOR_MAX);
        }
        long other = saleAmount != null ? saleAmount : sold + modifySaleAmount;
        check(saleAmount != null ? "saleAmount" : "modifySaleAmount", other, 0);
        return other;
    }

    private static void check(String field, long amount, long min) {
        if (amount < min || amount > StoredMoney.MINOR_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", field + ": the amount must be " + min + " to "
                    + StoredMoney.MINOR_MAX);
        }
    }
}
