package org.conversions.web.api.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.conversions.access.Area;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.payout.statement.StatementKind;
import org.conversions.payout.statement.StatementList;
import org.conversions.payout.statement.StatementView;
import org.conversions.payout.statement.YearTotal;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.platform.id.PartnerId;
import org.conversions.report.Period;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The statements of the payouts of the caller's program. They are written by payouts, and by nobody else. */
@Path("statements")
@RequestScoped
@KeyScope(Area.COMMISSIONS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements")
public class StatementsResource {

    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2999;

    /**
     * What the statements of a partner in a year come to, in minor units.
     *
     * @param country   of the partner when they were made; null when none was known
     * @param earned    the sum of the statements
     * @param takenBack the sum of the credit notes, 0 or below
     * @param total     the sum of both
     */
    public record YearTotalAnswer(@Required String partnerId, String partnerName, String partnerEmail, String country,
                                  @Required String currency, int statements, int creditNotes, long earned, long takenBack,
                                  long total) {
    }

    @Inject
    private StatementList statements;
    @Inject
    private Partners partners;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List statements and credit notes, the newest first",
            description = "When a payout is paid, there is a statement of what was earned and a credit note of what was taken back;"
                    + " when it comes back, a credit note cancels both.")
    public List<StatementAnswer> list(@BeanParam ListQuery list, @BeanParam PeriodQuery time,
                                      @QueryParam("interval") @DefaultValue("all") String interval,
                                      @QueryParam("partnerId") String partnerId, @QueryParam("payoutId") String payoutId,
                                      @QueryParam("kind") @Parameter(description = "`statement` or `credit_note`") String kind) {
        if (!list.sortBy("createdAt").equals("createdAt")) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be createdAt");
        }
        StatementKind wanted = ListQuery.given(kind) == null ? null : Word.find(StatementKind.class, kind).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "kind: must be one of statement, credit_note"));
        Period period = time.period(interval, clock.instant());
        return statements.list(new StatementList.Filter(caller.workspaceId(), ListQuery.given(partnerId),
                        ListQuery.given(payoutId), wanted, period.from(), time.end()), list.ascending(), list.page())
                .stream().map(StatementAnswer::of).toList();
    }

    @GET
    @Path("totals")
    @Operation(summary = "Add up the statements of a year by partner, country and currency",
            description = "The year begins in the workspace's time zone, and a statement counts by the day on which it was issued.")
    public List<YearTotalAnswer> totals(@QueryParam("year") @Parameter(description = "Four digits") Integer year,
                                        @BeanParam ListQuery list) {
        if (year == null || year < YEAR_MIN || year > YEAR_MAX) {
            throw RequestRefused.unprocessable(year == null ? "field_missing" : "field_out_of_range",
                    "year: must be from " + YEAR_MIN + " to " + YEAR_MAX);
        }
        if (list.page().byCursor()) {
            throw RequestRefused.unprocessable("fields_conflicting", "startingAfter, endingBefore: totals have pages only");
        }
        List<YearTotal> totals = statements.totals(caller.workspaceId(), year, workspaces.get(caller.workspaceId()).timezone(),
                list.page());
        Map<PartnerId, PartnerView> known = partners.byIds(caller.workspaceId(), totals.stream().map(YearTotal::partnerId).toList());
        boolean emails = caller.mayRead(Area.PARTNERS);
        return totals.stream().map(total -> {
            PartnerView partner = known.get(total.partnerId());
            return new YearTotalAnswer(total.partnerId().value(), partner == null ? null : partner.name(),
                    partner == null || !emails ? null : partner.email(), total.country(), total.currency(), total.statements(),
                    total.creditNotes(), total.earned(), total.taken(), total.total());
        }).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a statement")
    public StatementAnswer get(@PathParam("id") String id) {
        return StatementAnswer.of(statement(id));
    }

    @GET
    @Path("{id}.pdf")
    @Produces({StatementFiles.PDF, MediaType.APPLICATION_JSON})
    @Operation(summary = "Download a statement as PDF, in the partner's language")
    @APIResponse(responseCode = "200", description = "The statement", content = @Content(mediaType = StatementFiles.PDF,
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pdf(@PathParam("id") String id) {
        return StatementFiles.pdf(statement(id));
    }

    @GET
    @Path("{id}.csv")
    @Produces({StatementFiles.CSV, MediaType.APPLICATION_JSON})
    @Operation(summary = "Download a statement as a table, a row for each line")
    @APIResponse(responseCode = "200", description = "The statement", content = @Content(mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@PathParam("id") String id) {
        return StatementFiles.csv(statement(id));
    }

    private StatementView statement(String id) {
        return statements.byId(caller.workspaceId(), id).orElseThrow(() ->
                RequestRefused.notFound("statement_not_found", "There is no statement " + id + "."));
    }
}
