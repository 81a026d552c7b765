package org.conversions.payout.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conversions.platform.Csv;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;

/** Writes files of payouts in any of the formats. Pure. */
public final class PayoutFiles {

    /** Bounds what a refusal names. */
    private static final int NAMED_MAX = 20;
    private static final List<String> HEADER = List.of("id", "invoiceId", "amount", "currency", "status", "description",
            "periodStart", "periodEnd", "createdAt", "initiatedAt", "paidAt", "mode", "method", "partnerId", "partnerName",
            "partnerEmail", "partnerCountry");

    private PayoutFiles() {
    }

    /**
     * Finds the rows that should be in such a file and cannot. A row that is paid in another way should not be in it.
     *
     * @return the problems, in the order of the rows
     */
    public static List<RowProblem> problems(PayoutFormat format, List<PayoutRow> rows) {
        return rows.stream().map(row -> problem(format, row)).flatMap(Optional::stream).toList();
    }

    /**
     * Writes the rows that should be in such a file: all of them, or the file is not written.
     *
     * @throws RequestRefused unprocessable for rows with problems, which it names; for a file without rows; and for what is to
     *                        be said of the file and is not known
     */
    public static PayoutFile write(PayoutFormat format, FileOrder order, List<PayoutRow> rows) {
        refuse(problems(format, rows));
        List<PayoutRow> held = rows.stream().filter(row -> format.method().map(method ->
                row.payee().account().method() == method).orElse(true)).toList();
        if (held.isEmpty()) {
            throw RequestRefused.unprocessable("payout_file_empty", "None of these payouts is paid in the way of a file for "
                    + format.text() + ".");
        }
        return switch (format) {
            case CSV -> new PayoutFile(order.batchId() + ".csv", PayoutFile.CSV_TYPE, everything(held));
            case SEPA -> {
                refuseUnknownPayer(order);
                yield new PayoutFile(order.batchId() + "-sepa.xml", PayoutFile.XML_TYPE, SepaFile.write(order, held));
            }
            case PAYPAL -> PayPalFile.write(order, held);
            case WISE -> new PayoutFile(order.batchId() + "-wise.csv", PayoutFile.CSV_TYPE, columns(order, held));
        };
    }

    private static Optional<RowProblem> problem(PayoutFormat format, PayoutRow row) {
        if (format.method().isEmpty()) {
            return Optional.empty();
        }
        if (row.payee().account() == null) {
            return Optional.of(RowProblem.of(row, "profile_missing", "has no payout profile"));
        }
        if (row.payee().account().method() != format.method().get()) {
            return Optional.empty();
        }
        if (!row.amount().isPositive()) {
            return Optional.of(RowProblem.of(row, "amount_not_positive", "is owed nothing"));
        }
        return switch (format) {
            case SEPA -> SepaFile.problem(row);
            case PAYPAL -> PayPalFile.problem(row);
            default -> Optional.empty();
        };
    }

    private static void refuse(List<RowProblem> problems) {
        if (!problems.isEmpty()) {
            String named = problems.stream().limit(NAMED_MAX).map(RowProblem::sentence).collect(Collectors.joining("; "));
            String more = problems.size() > NAMED_MAX ? "; and " + (problems.size() - NAMED_MAX) + " more" : "";
            throw RequestRefused.unprocessable("payout_rows_unusable", "Nothing was written. " + named + more + ".");
        }
    }

    private static void refuseUnknownPayer(FileOrder order) {
        if (order.payer() == null || order.payer().iban() == null) {
            throw RequestRefused.unprocessable("payer_missing",
                    "The program has no payer with an IBAN yet, which PATCH /api/program sets.");
        }
        if (!order.payer().iban().inSepa() || !SepaText.isReadable(order.payer().name())) {
            throw RequestRefused.unprocessable("payer_outside_sepa", "The program's payer has an account that SEPA does not reach,"
                    + " or a name without a letter that banks of SEPA take.");
        }
    }

    /** Amounts are minor units here: what is read by programs is not rounded by any. */
    private static byte[] everything(List<PayoutRow> rows) {
        Csv csv = new Csv().row(HEADER);
        for (PayoutRow row : rows) {
            PayoutRow.Life life = row.life();
            Payee payee = row.payee();
            String method = payee.account() == null ? null : payee.account().method().text();
            csv.row(Arrays.asList(row.payoutId(), life.batchId(), row.amount().minor(), row.amount().currency(), life.status(),
                    life.description(), Json.text(life.periodStart()), Json.text(life.periodEnd()), Json.text(life.createdAt()),
                    Json.text(life.initiatedAt()), Json.text(life.paidAt()), life.mode(), method, payee.partnerId(), payee.name(),
                    payee.email(), payee.country()));
        }
        return csv.bytes();
    }

    private static byte[] columns(FileOrder order, List<PayoutRow> rows) {
        Csv csv = new Csv().row(order.columns().stream().map(FileColumn::header).toList());
        for (PayoutRow row : rows) {
            List<Object> cells = new ArrayList<>();
            order.columns().forEach(column -> cells.add(column.of(order, row)));
            csv.row(cells);
        }
        return csv.bytes();
    }
}
