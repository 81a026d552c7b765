package org.conversions.web.api.partner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.conversions.access.Area;
import org.conversions.account.People;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.payout.profile.PayoutAccount;
import org.conversions.payout.profile.PayoutProfileView;
import org.conversions.payout.profile.PayoutProfiles;
import org.conversions.payout.profile.PostalAddress;
import org.conversions.payout.profile.ProfileChanges;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.me.PersonChecks;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the money of a partner goes. */
@Path("partners/{id}/payout-profile")
@RequestScoped
@BodyMax(8 * 1024)
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class PayoutProfileResource {

    /**
     * Where the money of a partner is to go.
     *
     * @param method          bank, paypal or external; an account at Stripe begins with POST /partners/{id}/stripe-account
     * @param iban            needed for bank
     * @param bic             left out where the bank is known by the IBAN
     * @param paypalEmail     needed for paypal
     * @param name            of the account's holder, needed for bank
     * @param address         of the same, needed for bank
     * @param language        of mails and statements, en or de; left out for that of the country
     * @param currentPassword needed from a person who is signed in
     */
    public record PayoutProfileRequest(@Required String method, String iban, String bic, String paypalEmail, String name,
                                       PostalAddress address, String language, String currentPassword) {

        public PayoutAccount.Draft draft() {
            return new PayoutAccount.Draft(method, iban, bic, paypalEmail, name, address, language);
        }

        /** Leaves everything out, so that neither password nor account can get into a log. */
        @Override
        public String toString() {
            return "PayoutProfileRequest";
        }
    }

    /**
     * An account, with what gives it away masked.
     *
     * @param iban        its last four characters
     * @param paypalEmail its first character and the host
     * @param stripeAccount the id of the account at Stripe
     */
    public record AccountAnswer(@Required String method, String iban, String bic, String paypalEmail, String name,
                                PostalAddress address, String language, String stripeAccount) {

        static AccountAnswer of(PayoutAccount account, String country) {
            return new AccountAnswer(account.method().text(), account.maskedIban(), account.bic() == null ? null : account.bic().text(),
                    account.maskedEmail(), account.name(), account.address(), account.language(country).text(), account.stripeAccount());
        }
    }

    /**
     * The account that counts, and one that waits.
     *
     * @param inForceSince when the account came into force
     * @param next         another account that is to come into force; null for none
     * @param nextAt       when it does
     */
    public record PayoutProfileAnswer(@Required AccountAnswer account, @Required Instant inForceSince, AccountAnswer next,
                                      Instant nextAt) {

        public static PayoutProfileAnswer of(PayoutProfileView profile, String country) {
            return new PayoutProfileAnswer(AccountAnswer.of(profile.account(), country), profile.since(),
                    profile.next() == null ? null : AccountAnswer.of(profile.next(), country), profile.nextAt());
        }
    }

    @Inject
    private Partners partners;
    @Inject
    private PayoutProfiles profiles;
    @Inject
    private ProfileChanges changes;
    @Inject
    private People people;
    @Inject
    private PersonChecks checks;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Read where the money of a partner goes")
    public PayoutProfileAnswer get(@PathParam("id") String id) {
        PartnerView partner = partner(id);
        return PayoutProfileAnswer.of(profiles.find(caller.workspaceId(), partner.id()).orElseThrow(() -> RequestRefused.notFound(
                "payout_profile_not_found", "The partner has no payout profile yet.")), partner.country());
    }

    @PUT
    @OwnersOnly
    @RepeatsSafely
    @Operation(summary = "Say where the money of a partner goes",
            description = "A first account counts at once. Another one counts after a waiting time that the server's operator sets"
                    + " (three days unless set otherwise); until then payouts go to the old one, and naming that one again takes"
                    + " the change back. The partner gets a mail about the change and another when it counts.")
    public PayoutProfileAnswer set(@PathParam("id") String id, PayoutProfileRequest request) {
        PartnerView partner = partner(id);
        if (caller.session().isPresent()) {
            checks.run(() -> {
                people.checkPassword(caller.person().personId(), "currentPassword", request.currentPassword());
                return null;
            });
        }
        return PayoutProfileAnswer.of(changes.set(caller.workspaceId(), partner.id(), request.draft()), partner.country());
    }

    private PartnerView partner(String id) {
        return partners.byId(caller.workspaceId(), id).orElseThrow(() ->
                RequestRefused.notFound("partner_not_found", "The partner was not found."));
    }
}
