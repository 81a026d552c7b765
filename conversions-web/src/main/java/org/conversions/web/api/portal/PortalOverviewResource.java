package org.conversions.web.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.conversions.partner.GroupDraft;
import org.conversions.partner.Groups;
import org.conversions.partner.PartnerView;
import org.conversions.partner.ProgramView;
import org.conversions.partner.Programs;
import org.conversions.platform.Page;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.portal.member.PartnerAccess;
import org.conversions.portal.program.PortalSettings;
import org.conversions.report.total.PartnerBalance;
import org.conversions.report.total.PartnerBalances;
import org.conversions.reward.GroupRewards;
import org.conversions.reward.Rewards;
import org.conversions.reward.discount.DiscountCodeView;
import org.conversions.reward.discount.DiscountCodes;
import org.conversions.web.api.partner.RewardsResource.RewardAnswer;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a partner sees first: who they are, what they get, their link, and what is on its way to them. */
@Path("portal/{partnerId}")
@RequestScoped
@OfPartner
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalOverviewResource {

    /**
     * @param role     of the person who is signed in: owner or member
     * @param earnings one for each currency that the partner earned in
     */
    public record OverviewAnswer(@Required PortalPartner partner, @Required String role, @Required PortalProgram program,
                                 @Required List<RewardAnswer> rewards, @Required List<PortalCode> discountCodes,
                                 @Required OverviewLinks links,
                                 @Required List<BalanceAnswer> earnings) {
    }

    /** The partner. */
    public record PortalPartner(@Required String id, @Required String name, @Required String email, String country,
                                @Required String status, @Required PortalGroup group) {
    }

    /** The partner's group. @param holdingPeriodDays how long after it was earned a commission is not due */
    public record PortalGroup(@Required String id, @Required String name, int holdingPeriodDays) {
    }

    /**
     * The program.
     *
     * @param saleCurrency    of the amounts that were sold
     * @param minPayoutAmount the least that is paid out, in minor units of its currency
     * @param termsUrl        where its terms stand
     * @param helpUrl         where partners find help
     * @param supportEmail    whom partners write to
     * @param shareCustomers  whether partners see who their customers are
     */
    public record PortalProgram(@Required String name, @Required String workspaceName, @Required String currency,
                                @Required String saleCurrency, long minPayoutAmount, String termsUrl, String helpUrl, String supportEmail, boolean shareCustomers) {
    }

    /** A discount code of the partner's, and the link that purchases with it go back to. @param active whether buyers can use it */
    public record PortalCode(@Required String code, @Required String linkId, boolean active) {

        static PortalCode of(DiscountCodeView code) {
            return new PortalCode(code.code(), code.linkId().value(), code.active());
        }
    }

    /** @param first the link that the partner has had longest; null for none */
    public record OverviewLinks(@JsonProperty("default") PortalLink first) {
    }

    /**
     * What the partner earned in a currency, in minor units.
     *
     * @param pending   in its holding period
     * @param held      kept back by a dispute or the program
     * @param due       waits for the next payout; below zero when more was taken back after it was paid
     * @param processed in a payout that is not paid yet
     * @param nextDueAt when the next of what is pending comes due
     */
    public record BalanceAnswer(@Required String currency, long pending, long held, long due, long processed, long paid,
                                Instant nextDueAt) {

        public static BalanceAnswer of(PartnerBalance balance) {
            return new BalanceAnswer(balance.currency(), balance.pending(), balance.held(), balance.due(), balance.processed(),
                    balance.paid(), balance.nextDueAt());
        }
    }

    @Inject
    private Programs programs;
    @Inject
    private PortalSettings settings;
    @Inject
    private Groups groups;
    @Inject
    private Rewards rewards;
    @Inject
    private DiscountCodes codes;
    @Inject
    private PartnerBalances balances;
    @Inject
    private PortalLinks links;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "What a partner sees first")
    public OverviewAnswer get(@PathParam("partnerId") String partnerId, @QueryParam("mode") String mode) {
        Mode asked = caller.mode(mode);
        WorkspaceId workspace = caller.workspaceId();
        PartnerAccess access = caller.atPartner(partnerId);
        PartnerView partner = access.partner();
        String currency = workspaces.get(workspace).currency();
        return new OverviewAnswer(new PortalPartner(partner.id().value(), partner.name(), partner.email(), partner.country(),
                        partner.status().text(), group(workspace, partner.groupId())),
                access.role().text(), program(workspace, currency),
                GroupRewards.of(rewards.list(workspace), partner.groupId()).stream()
                        .map(reward -> RewardAnswer.of(reward, currency)).toList(),
                codes.list(workspace, asked, partner.id().value(), null, new Page(1, Page.SIZE_MAX, null, null)).stream()
                        .map(PortalCode::of).toList(),
                new OverviewLinks(links.oldest(partner.id(), asked).orElse(null)),
                balances.of(workspace, partner.id(), asked).stream().map(BalanceAnswer::of).toList());
    }

    private PortalGroup group(WorkspaceId workspace, String id) {
        GroupDraft group = groups.draftOf(workspace, id);
        return new PortalGroup(id, group.name(), group.holdingPeriodDays());
    }

    private PortalProgram program(WorkspaceId workspace, String saleCurrency) {
        ProgramView program = programs.get(workspace);
        PortalSettings.View said = settings.get(workspace);
        return new PortalProgram(program.name(), workspaces.get(workspace).name(), program.currency(), saleCurrency,
                program.minPayoutAmount(),
                said.termsUrl(), said.helpUrl(), said.supportEmail(), said.shareCustomers());
    }
}
