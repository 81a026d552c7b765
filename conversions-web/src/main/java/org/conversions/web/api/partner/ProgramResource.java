package org.conversions.web.api.partner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.conversions.access.Area;
import org.conversions.partner.CommissionBase;
import org.conversions.partner.PayoutMode;
import org.conversions.partner.PayoutTerms;
import org.conversions.partner.ProgramView;
import org.conversions.partner.Programs;
import org.conversions.payout.file.FileColumn;
import org.conversions.payout.file.PayoutSettings;
import org.conversions.payout.profile.Payer;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.portal.program.EmbedOptions;
import org.conversions.portal.program.PortalSettings;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The partner program of the caller's workspace. */
@Path("program")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class ProgramResource {

    /**
     * A change of the program; what is left out or null stays.
     *
     * @param url             where the links of partners lead that name no address; empty for nowhere
     * @param currency        of custom commissions and of the minimum; empty for the workspace's. What was earned stays in its own
     * @param minPayoutAmount the least that a partner is paid, in minor units; less is carried on to a later payout
     * @param payoutMode      internal, external when your own system pays, or hybrid: external for partners with a tenant id
     * @param commissionBase  the amount of later sales that percentages are of: net (without tax), net_without_shipping, or
     *                        net_without_fees, less what Stripe keeps of the payment, where a key of yours can ask Stripe
     * @param payer           who pays the partners, on statements and in files for the bank
     * @param payoutColumns   of payout files for Wise and others; an empty list brings the usual ones back
     * @param termsUrl        where the terms of the program stand; empty for nowhere
     * @param shareCustomers  whether partners see who their customers are; else names and emails are masked
     * @param invitePartners  whether who joins the program is invited to the portal by mail
     * @param helpUrl         where partners find help; empty for nowhere
     * @param supportEmail    whom partners write to; empty for nobody
     * @param embed           of the page that your site embeds
     */
    public record ProgramChange(String name, String url, String currency, Long minPayoutAmount, String payoutMode,
                                String commissionBase, Payer.Draft payer, List<FileColumn.Draft> payoutColumns, String termsUrl, Boolean shareCustomers,
                                Boolean invitePartners, String helpUrl, String supportEmail, EmbedOptions.Change embed) {

        private PayoutTerms payouts() {
            PayoutMode mode = payoutMode == null ? null : Word.find(PayoutMode.class, payoutMode).orElseThrow(() ->
                    RequestRefused.unprocessable("field_value_unknown", "payoutMode: must be one of internal, external, hybrid"));
            return new PayoutTerms(currency == null ? null : currency.toLowerCase(Locale.ROOT), minPayoutAmount, mode, base());
        }

        private CommissionBase base() {
            return commissionBase == null ? null : Word.find(CommissionBase.class, commissionBase).orElseThrow(() ->
                    RequestRefused.unprocessable("field_value_unknown",
                            "commissionBase: must be one of net, net_without_shipping, net_without_fees"));
        }

        private PortalSettings.Change portal() {
            return new PortalSettings.Change(shareCustomers, invitePartners, termsUrl, helpUrl, supportEmail, embed);
        }
    }

    /**
     * The program.
     *
     * @param url             where the links of partners lead that name no address
     * @param currency        of custom commissions and of the minimum
     * @param minPayoutAmount the least that a partner is paid, in minor units
     * @param payoutMode      internal, external or hybrid
     * @param commissionBase  net, net_without_shipping or net_without_fees
     * @param payer           who pays the partners, on statements and in files for the bank
     * @param payoutColumns   of payout files for Wise and others
     * @param termsUrl        where the terms of the program stand
     * @param shareCustomers  whether partners see who their customers are; else names and emails are masked
     * @param invitePartners  whether who joins the program is invited to the portal by mail
     * @param helpUrl         where partners find help
     * @param supportEmail    whom partners write to
     * @param embed           of the page that your site embeds
     */
    public record ProgramAnswer(@Required String id, @Required String name, String url, @Required String currency,
                                long minPayoutAmount, @Required String payoutMode, @Required String commissionBase,
                                Payer.Draft payer,
                                @Required List<FileColumn.Draft> payoutColumns, String termsUrl, boolean shareCustomers,
                                boolean invitePartners, String helpUrl, String supportEmail, @Required EmbedOptions embed,
                                @Required Instant createdAt) {

        static ProgramAnswer of(ProgramView program, PayoutSettings.View payouts, PortalSettings.View portal) {
            return new ProgramAnswer(program.id(), program.name(), program.url(), program.currency(), program.minPayoutAmount(),
                    program.payoutMode().text(), program.commissionBase().text(), payouts.payer() == null ? null : payouts.payer().draft(),
                    payouts.columns().stream().map(FileColumn::draft).toList(), portal.termsUrl(), portal.shareCustomers(),
                    portal.invitePartners(), portal.helpUrl(), portal.supportEmail(), portal.embed(), program.createdAt());
        }
    }

    @Inject
    private Programs programs;
    @Inject
    private PayoutSettings payouts;
    @Inject
    private PortalSettings portal;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Read the program")
    public ProgramAnswer get() {
        return ProgramAnswer.of(programs.get(caller.workspaceId()), payouts.get(caller.workspaceId()),
                portal.get(caller.workspaceId()));
    }

    @PATCH
    @Operation(summary = "Change the program; what is left out or null stays")
    public ProgramAnswer update(ProgramChange change) {
        // Checks all of it before it changes any of it.
        PayoutSettings.check(change.payer(), change.payoutColumns());
        portal.check(caller.workspaceId(), change.portal());
        ProgramView program = programs.change(caller.workspaceId(), change.name(), change.url(), change.payouts());
        return ProgramAnswer.of(program, payouts.change(caller.workspaceId(), change.payer(), change.payoutColumns()),
                portal.change(caller.workspaceId(), change.portal()));
    }
}
