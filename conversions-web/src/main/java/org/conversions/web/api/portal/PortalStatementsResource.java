package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.conversions.payout.statement.StatementList;
import org.conversions.payout.statement.StatementView;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.statement.StatementAnswer;
import org.conversions.web.api.statement.StatementFiles;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The statements and credit notes of a partner, for the partner. */
@Path("portal/{partnerId}/statements")
@RequestScoped
@OfPartner
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalStatementsResource {

    @Inject
    private StatementList statements;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the partner's statements and credit notes, the newest first")
    public List<StatementAnswer> list(@PathParam("partnerId") String partnerId, @BeanParam ListQuery list) {
        PartnerId partner = caller.atPartner(partnerId).partnerId();
        if (!list.sortBy("createdAt").equals("createdAt")) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be createdAt");
        }
        return statements.list(new StatementList.Filter(caller.workspaceId(), partner.value(), null, null, null, null), list.ascending(),
                list.page()).stream().map(StatementAnswer::of).toList();
    }

    @GET
    @Path("{statementId}.pdf")
    @Produces({StatementFiles.PDF, MediaType.APPLICATION_JSON})
    @Operation(summary = "Download a statement of the partner as PDF, in the partner's language")
    @APIResponse(responseCode = "200", description = "The statement", content = @Content(mediaType = StatementFiles.PDF,
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pdf(@PathParam("partnerId") String partnerId, @PathParam("statementId") String statementId) {
        return StatementFiles.pdf(statement(partnerId, statementId));
    }

    @GET
    @Path("{statementId}.csv")
    @Produces({StatementFiles.CSV, MediaType.APPLICATION_JSON})
    @Operation(summary = "Download a statement of the partner as a table, a row for each line")
    @APIResponse(responseCode = "200", description = "The statement", content = @Content(mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@PathParam("partnerId") String partnerId, @PathParam("statementId") String statementId) {
        return StatementFiles.csv(statement(partnerId, statementId));
    }

    private StatementView statement(String partnerId, String statementId) {
        PartnerId partner = caller.atPartner(partnerId).partnerId();
        return statements.byId(caller.workspaceId(), statementId).filter(view -> view.partnerId().equals(partner)).orElseThrow(() ->
                RequestRefused.notFound("statement_not_found", "There is no statement " + statementId + "."));
    }
}
