package org.conversions.web.api.statement;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.conversions.payout.statement.StatementCsv;
import org.conversions.payout.statement.StatementPdf;
import org.conversions.payout.statement.StatementView;

/** Answers with statements as files. */
public final class StatementFiles {

    public static final String PDF = "application/pdf";
    public static final String CSV = "text/csv; charset=utf-8";

    private StatementFiles() {
    }

    public static Response pdf(StatementView view) {
        return file(StatementPdf.of(view), PDF, view.number() + ".pdf");
    }

    public static Response csv(StatementView view) {
        return file(StatementCsv.of(view), CSV, view.number() + ".csv");
    }

    private static Response file(byte[] bytes, String type, String name) {
        return Response.ok(bytes, type).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
