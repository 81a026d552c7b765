package org.conversions.web.embed;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.portal.EmbedAccess;
import org.conversions.portal.program.PortalSettings;
import org.conversions.web.security.EmbedDoor;
import org.conversions.web.security.Public;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers with the content of the embedded page. It takes a token of the page and no API key. */
@Path("embed/referrals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "Embed")
public class EmbedDataResource {

    @Inject
    private EmbedDoor door;
    @Inject
    private Partners partners;
    @Inject
    private Programs programs;
    @Inject
    private PortalSettings settings;
    @Inject
    private EmbedContent content;
    @Inject
    private Leaderboard leaderboard;
    @Inject
    private Workspaces workspaces;

    @GET
    @Operation(summary = "What the embedded page shows to the partner whose token it has",
            description = "The header is `Authorization: Bearer` and a token of the embedded page.")
    @APIResponseSchema(EmbedAnswer.class)
    @APIResponse(responseCode = "401", ref = "Unauthorized")
    public EmbedAnswer get(@HeaderParam(HttpHeaders.AUTHORIZATION)
                           @Parameter(description = "Bearer and a token of the embedded page.") String authorization) {
        EmbedAccess access = door.check(authorization);
        WorkspaceId workspace = access.workspaceId();
        PartnerView partner = partner(access);
        PortalSettings.View said = settings.get(workspace);
        String currency = workspaces.get(workspace).currency();
        boolean earnings = !said.embed().hideEarnings();
        Map<Boolean, List<EmbedAnswer.Earnings>> earned = earnings ? content.earnings(access, currency) : Map.of();
        return new EmbedAnswer(new EmbedAnswer.Person(partner.id().value(), partner.name()), content.links(access), content.totals(access),
                earnings ? earned.get(true).get(0) : null, earnings ? earned.get(false) : List.of(),
                earnings ? content.balances(access) : List.of(), content.rewards(workspace, partner, currency),
                earnings ? content.commissions(access) : List.of(),
                said.embed().hidePayouts() ? List.of() : content.payouts(access),
                EmbedAnswer.Options.of(programs.get(workspace).name(), said), access.expires());
    }

    @GET
    @Path("leaderboard")
    @Operation(summary = "The best partners of the program, whose names are masked",
            description = "Empty unless the program shows it. The header is `Authorization: Bearer` and a token of the embedded page.")
    @APIResponse(responseCode = "200", description = "The best first", content = @Content(mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.ARRAY, implementation = LeaderboardPlace.class)))
    @APIResponse(responseCode = "401", ref = "Unauthorized")
    public List<LeaderboardPlace> leaderboard(@HeaderParam(HttpHeaders.AUTHORIZATION)
                           @Parameter(description = "Bearer and a token of the embedded page.") String authorization) {
        EmbedAccess access = door.check(authorization);
        PartnerView partner = partner(access);
        PortalSettings.View said = settings.get(access.workspaceId());
        return said.embed().leaderboard() ? leaderboard.of(access.workspaceId(), partner.id(), !said.embed().hideEarnings()) : List.of();
    }

    private PartnerView partner(EmbedAccess access) {
        return partners.byId(access.workspaceId(), access.partnerId().value()).orElseThrow(EmbedDoor::closed);
    }
}
