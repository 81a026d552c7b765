package org.conversions.payout.statement;

import java.util.Arrays;
import java.util.List;
import org.conversions.platform.Csv;
import org.conversions.platform.Json;

/** Writes statements as tables, a row for each line; amounts are minor units. Pure. */
public final class StatementCsv {

    private static final List<String> HEADER = List.of("id", "number", "kind", "issuedAt", "partnerId", "partnerName", "partnerEmail",
            "payoutId", "periodStart", "periodEnd", "currency", "description", "amount", "total");

    private StatementCsv() {
    }

    public static byte[] of(StatementView view) {
        Csv csv = new Csv().row(HEADER);
        for (StatementLine line : view.lines()) {
            csv.row(Arrays.asList(view.id(), view.number(), view.kind().text(), Json.text(view.issuedAt()), view.partnerId().value(),
                    view.payee().name(), view.payee().email(), view.payoutId(), Json.text(view.periodStart()),
                    Json.text(view.periodEnd()), view.currency(), line.description(), line.amount(), view.total()));
        }
        return csv.bytes();
    }
}
