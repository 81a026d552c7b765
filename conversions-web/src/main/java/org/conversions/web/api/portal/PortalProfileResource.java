package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.conversions.partner.PartnerView;
import org.conversions.payout.profile.PayoutAccount;
import org.conversions.payout.profile.PayoutProfiles;
import org.conversions.payout.profile.PostalAddress;
import org.conversions.payout.profile.ProfileChanges;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.partner.PayoutProfileResource.PayoutProfileAnswer;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the money of a partner goes, for the partner. */
@Path("portal/{partnerId}/payout-profile")
@RequestScoped
@BodyMax(8 * 1024)
@OfPartner
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalProfileResource {

    /**
     * Where the money is to go.
     *
     * @param method      bank, paypal or external
     * @param iban        needed for bank
     * @param bic         left out where the bank is known by the IBAN
     * @param paypalEmail needed for paypal
     * @param name        of the account's holder, needed for bank
     * @param address     of the same, needed for bank
     * @param language    of mails and statements, en or de; left out for that of the country
     * @param password    of the person who is signed in; left out within five minutes of a login by a mailed link
     */
    public record PortalProfileRequest(@Required String method, String iban, String bic, String paypalEmail, String name,
                                       PostalAddress address, String language, String password) {

        private PayoutAccount.Draft draft() {
            return new PayoutAccount.Draft(method, iban, bic, paypalEmail, name, address, language);
        }

        /** Leaves everything out, so that neither password nor account can get into a log. */
        @Override
        public String toString() {
            return "PortalProfileRequest";
        }
    }

    @Inject
    private PayoutProfiles profiles;
    @Inject
    private ProfileChanges changes;
    @Inject
    private FreshLogin login;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Read where the partner's money goes")
    public PayoutProfileAnswer get(@PathParam("partnerId") String partnerId) {
        PartnerView partner = caller.atPartner(partnerId).partner();
        return PayoutProfileAnswer.of(profiles.find(caller.workspaceId(), partner.id()).orElseThrow(() -> RequestRefused.notFound(
                "payout_profile_not_found", "There is no payout profile yet.")), partner.country());
    }

    @PUT
    @OwnersOnly
    @RepeatsSafely
    @Operation(summary = "Say where the partner's money goes",
            description = "A first account counts at once. Another one counts after a waiting time that the server's operator sets"
                    + " (three days unless set otherwise); until then payouts go to the old one, and naming that one again takes"
                    + " the change back. The partner and its owners get a mail about the change and another when it counts.")
    public PayoutProfileAnswer set(@PathParam("partnerId") String partnerId, PortalProfileRequest request) {
        PartnerView partner = caller.atPartner(partnerId).partner();
        login.check(request.password());
        return PayoutProfileAnswer.of(changes.set(caller.workspaceId(), partner.id(), request.draft()), partner.country());
    }
}
