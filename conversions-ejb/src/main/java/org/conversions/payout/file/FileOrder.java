package org.conversions.payout.file;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conversions.payout.profile.Payer;

/**
 * What is said of a file as a whole.
 *
 * @param batchId      of the payouts; a bank that has had a file with it takes no second one
 * @param at           when the file is made
 * @param executionDay the day on which the bank is asked to pay
 * @param payer        null while the program names none
 * @param columns      of the files for Wise and others
 * @param decimalComma whether amounts in files for PayPal, Wise and others have a comma, as some senders' countries want
 */
public record FileOrder(String batchId, Instant at, LocalDate executionDay, Payer payer, List<FileColumn> columns,
                        boolean decimalComma) {

    /** @return the amount as the receivers of tables read it */
    Object amount(BigDecimal units) {
        return decimalComma ? units.toPlainString().replace('.', ',') : units;
    }
}
