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
import java.util.stream.Collectors;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.PartnerEarnings;
import org.conversions.link.LinkFilter;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.Page;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.portal.EmbedAccess;
import org.conversions.reward.Rewards;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.PartnerEarningSums;
import org.conversions.report.total.Totals;
import org.conversions.web.security.EmbedDoor;
import org.conversions.web.security.Public;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    private static final int LINKS_MAX = 10;
    private static final int COMMISSIONS_MAX = 10;

    @Inject
    private EmbedDoor door;
    @Inject
    private Partners partners;
    @Inject
    private Links links;
    @Inject
    private Totals totals;
    @Inject
    private PartnerEarningSums earnings;
    @Inject
    private CommissionList commissions;
    @Inject
    private Rewards rewards;
    @Inject
    private Workspaces workspaces;
    @Inject
    private ShortDomain shortDomain;

    @GET
    @Operation(summary = "What the embedded page shows to the partner whose token it has",
            description = "The header is `Authorization: Bearer` and a token of the embedded page.")
    @APIResponseSchema(EmbedAnswer.class)
    @APIResponse(responseCode = "401", ref = "Unauthorized")
    public EmbedAnswer get(@HeaderParam(HttpHeaders.AUTHORIZATION)
                           @Parameter(description = "Bearer and a token of the embedded page.") String authorization) {
        EmbedAccess access = door.check(authorization);
        WorkspaceId workspace = access.workspaceId();
        PartnerView partner = partners.byId(workspace, access.partnerId().value()).orElseThrow(EmbedDoor::closed);
        List<LinkView> owned = links.list(workspace, new LinkFilter(null, null, partner.id().value(), null, null,
                        false, List.of(), List.of(), false),
                new Page(1, LINKS_MAX, null, null));
        Map<LinkId, LinkFigures> figures = totals.linkFigures(workspace,
                owned.stream().map(LinkView::id).toList(), access.mode());
        String currency = workspaces.get(workspace).currency();
        Map<Boolean, List<PartnerEarnings>> earned = earnings.byState(workspace, partner.id(), access.mode())
                .stream().collect(Collectors.partitioningBy(part -> part.currency().equals(currency)));
        return new EmbedAnswer(
                new EmbedAnswer.Person(partner.id().value(), partner.name()),
                owned.stream().map(link -> EmbedAnswer.Link.of(link, figures.getOrDefault(link.id(), LinkFigures.NONE),
                        shortDomain)).toList(),
                EmbedAnswer.Totals.of(totals.partnerFigures(workspace, partner.id(), access.mode())),
                EmbedAnswer.Earnings.of(earned.get(true).stream().findFirst()
                        .orElse(new PartnerEarnings(currency, 0, 0, 0))),
                earned.get(false).stream().map(EmbedAnswer.Earnings::of).toList(),
                rewards.list(workspace).stream().map(EmbedAnswer.Reward::of).toList(),
                commissions.list(new CommissionFilter(workspace, access.mode(), null, null, null, partner.id().value(), null, null,
                                null, null, null, null), false, false, new Page(1, COMMISSIONS_MAX, null, null)).stream()
                        .map(EmbedAnswer.Commission::of).toList(),
                access.expires());
    }
}
