package org.conversions.payout.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.conversions.money.Money;
import org.conversions.platform.Csv;
import org.conversions.platform.TextColumn;

/**
 * Writes what PayPal's page for mass payouts takes: a table without a header, in one currency, of at most 5,000 rows, each with
 * the recipient's email, the amount, the currency, the payout's id, a note and the wallet. What is more becomes further files in
 * a zip. Pure.
 */
final class PayPalFile {

    static final int ROWS_MAX = 5_000;

    /** The currencies that PayPal pays out in. */
    private static final Set<String> CURRENCIES = Set.of("aud", "brl", "cad", "chf", "cny", "czk", "dkk", "eur", "gbp", "hkd",
            "huf", "ils", "jpy", "mxn", "myr", "nok", "nzd", "php", "pln", "sek", "sgd", "thb", "twd", "usd");
    /** Currencies of which PayPal takes whole units only. */
    private static final Set<String> WHOLE = Set.of("huf", "jpy", "twd");
    private static final int NOTE_MAX = 1_000;
    private static final String WALLET = "PAYPAL";

    private PayPalFile() {
    }

    /** @return why the row cannot be in such a file; empty when it can */
    static Optional<RowProblem> problem(PayoutRow row) {
        Money amount = row.amount();
        if (!CURRENCIES.contains(amount.currency())) {
            return Optional.of(RowProblem.of(row, "currency_not_supported", "is paid in " + amount.currency()
                    + ", in which PayPal pays nobody"));
        }
        if (WHOLE.contains(amount.currency()) && amount.units().stripTrailingZeros().scale() > 0) {
            return Optional.of(RowProblem.of(row, "amount_not_whole", "gets a part of a unit, and PayPal pays whole "
                    + amount.currency() + " only"));
        }
        // An apostrophe before it would make it the address of somebody else.
        return Csv.looksLikeFormula(row.payee().account().paypalEmail()) ? Optional.of(RowProblem.of(row, "email_unsafe",
                "has a PayPal email that begins as a formula does")) : Optional.empty();
    }

    /** @param rows one or more, none with a {@link #problem} */
    static PayoutFile write(FileOrder order, List<PayoutRow> rows) {
        Map<String, List<PayoutRow>> byCurrency = new TreeMap<>();
        rows.forEach(row -> byCurrency.computeIfAbsent(row.amount().currency(), currency -> new ArrayList<>()).add(row));
        List<PayoutFile> files = new ArrayList<>();
        byCurrency.forEach((currency, all) -> {
            int count = (all.size() + ROWS_MAX - 1) / ROWS_MAX;
            for (int part = 0; part < count; part++) {
                List<PayoutRow> some = all.subList(part * ROWS_MAX, Math.min(all.size(), (part + 1) * ROWS_MAX));
                files.add(new PayoutFile(order.batchId() + "-paypal-" + currency + (count == 1 ? "" : "-" + (part + 1)) + ".csv",
                        PayoutFile.CSV_TYPE, table(order, some)));
            }
        });
        return files.size() == 1 ? files.get(0) : Zip.of(order.batchId() + "-paypal.zip", order.at(), files);
    }

    private static byte[] table(FileOrder order, List<PayoutRow> rows) {
        Csv csv = new Csv();
        for (PayoutRow row : rows) {
            String currency = row.amount().currency();
            BigDecimal units = row.amount().units();
            csv.row(Arrays.asList(row.payee().account().paypalEmail(),
                    order.amount(WHOLE.contains(currency) ? units.setScale(0) : units),
                    currency.toUpperCase(Locale.ROOT), row.payoutId(), TextColumn.cut(row.reference(), NOTE_MAX), WALLET));
        }
        return csv.bytes();
    }
}
