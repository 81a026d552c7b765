package org.conversions.web.api.payout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.conversions.access.Area;
import org.conversions.payout.PayoutBatches;
import org.conversions.payout.file.BatchFiles;
import org.conversions.payout.file.PayoutFormat;
import org.conversions.payout.file.RowProblem;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.ListQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files by which the payouts of a batch are paid. */
@Path("payouts/batches/{id}/files")
@RequestScoped
@KeyScope(Area.COMMISSIONS)
@Tag(name = "Payouts")
public class PayoutFilesResource {

    /** The header that names the payouts that are not in the file although they should be. */
    static final String LEFT_OUT = "Conversions-Left-Out-Payouts";
    /** Bounds what the header names. */
    private static final int NAMED_MAX = 100;

    @Inject
    private PayoutBatches batches;
    @Inject
    private BatchFiles files;
    @Inject
    private Caller caller;

    @GET
    @Path("{format}")
    @Produces({"text/csv", "application/xml", "application/zip", MediaType.APPLICATION_JSON})
    @Operation(summary = "Download a batch as a file: csv, sepa, paypal or wise",
            description = "`csv` has all payouts, for a spreadsheet. The others have those that are on their way and are paid in that way,"
                    + " and need the right to write: `sepa` is a credit transfer for the bank (pain.001.001.09, in euros), `paypal` the"
                    + " table that PayPal takes (several in a zip when there are more than 5,000 rows), `wise` has the columns that the"
                    + " program names in `payoutColumns`. When a payout cannot be in the file, because its partner has no payout"
                    + " profile, for one, nothing is written and the answer names it.")
    @APIResponse(responseCode = "200", description = "The file", content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "application/zip", schema = @Schema(type = SchemaType.STRING, format = "binary"))})
    public Response download(@PathParam("id") String id, @PathParam("format") @Parameter(description = "`csv`, `sepa`, `paypal` or `wise`")
                             String format,
                             @QueryParam("executionDay")
                             @Parameter(description = "The day on which the bank is asked to pay, such as 2026-12-01; today when it is"
                                     + " left out.") String executionDay,
                             @QueryParam("decimalMark")
                             @Parameter(description = "`point`, or `comma` where PayPal or another service wants that of your country.")
                             String decimalMark,
                             @QueryParam("withoutUnusable")
                             @Parameter(description = "`true` leaves out the payouts that cannot be in the file and names them in the"
                                     + " header `Conversions-Left-Out-Payouts`.") Boolean withoutUnusable) {
        if (!caller.reaches(Mode.LIVE)) {
            throw PayoutBatches.unknown(id);
        }
        batches.get(caller.workspaceId(), id);
        PayoutFormat wanted = PayoutFormat.of(format);
        if (wanted != PayoutFormat.CSV && !caller.mayWrite(Area.COMMISSIONS)) {
            throw RequestRefused.forbidden("scope_missing", "This file holds the accounts of partners: it needs the scope "
                    + Area.COMMISSIONS.scope(true) + ".");
        }
        BatchFiles.Written written = files.write(caller.workspaceId(), id, new BatchFiles.Wish(wanted, day(executionDay),
                isComma(decimalMark), Boolean.TRUE.equals(withoutUnusable)));
        Response.ResponseBuilder answer = Response.ok(written.file().bytes(), written.file().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + written.file().name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!written.leftOut().isEmpty()) {
            answer.header(LEFT_OUT, written.leftOut().stream().limit(NAMED_MAX).map(RowProblem::payoutId)
                    .collect(Collectors.joining(", ")));
        }
        return answer.build();
    }

    private static LocalDate day(String text) {
        if (ListQuery.given(text) == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw RequestRefused.unprocessable("field_malformed", "executionDay: must be a day such as 2026-12-01");
        }
    }

    private static boolean isComma(String mark) {
        if (ListQuery.given(mark) != null && !mark.equals("point") && !mark.equals("comma")) {
            throw RequestRefused.unprocessable("field_value_unknown", "decimalMark: must be one of point, comma");
        }
        return "comma".equals(mark);
    }
}
