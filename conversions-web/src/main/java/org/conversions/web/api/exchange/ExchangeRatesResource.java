package org.conversions.web.api.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.conversions.access.Area;
import org.conversions.exchange.WorkspaceRates;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The exchange rates of the caller's workspace. */
@Path("exchange-rates")
@RequestScoped
@KeyScope(Area.WORKSPACES)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspace")
public class ExchangeRatesResource {

    @Inject
    private WorkspaceRates rates;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Read the exchange rates that hold on a day, their age, and what is held back")
    public RatesAnswer get(@Parameter(description = "The day of the payments, as 2026-07-29; today in UTC without it")
                           @QueryParam("day") String day) {
        return RatesAnswer.of(rates.get(caller.workspaceId(), day));
    }

    @PUT
    @RepeatsSafely
    @Operation(summary = "Set rates of a day for this workspace; one that jumps by more than 25 percent needs confirm")
    public RatesAnswer set(RatesRequest request) {
        return RatesAnswer.of(rates.set(caller.workspaceId(), request.draft()));
    }

    @DELETE
    @Path("{currency}")
    @Operation(summary = "Give up what this workspace has set for a currency; the server's rates hold again")
    public Deleted forget(@PathParam("currency") String currency) {
        rates.forget(caller.workspaceId(), currency.toLowerCase(Locale.ROOT));
        return new Deleted(currency);
    }
}
