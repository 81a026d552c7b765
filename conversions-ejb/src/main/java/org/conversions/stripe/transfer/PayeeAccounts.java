package org.conversions.stripe.transfer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.conversions.address.Destination;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.PageAddresses;
import org.conversions.stripe.api.StripeAccess;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeTransfers;
import org.conversions.stripe.connect.StripeAccesses;
import org.conversions.workspace.Mode;

/**
 * Has partners make accounts at Stripe that money can be sent to. Nobody names such an account: it is made for the partner, who proves
 * to Stripe who it is, and counts once Stripe says so.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PayeeAccounts {

    @Inject
    private Partners partners;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private StripeTransfers stripe;
    @Inject
    private PayeeRows rows;
    @Inject
    private PageAddresses pages;

    /**
     * Makes the account of a partner, if there is none, and an address at Stripe where the partner goes on.
     *
     * @param returnUrl where Stripe sends the partner afterwards
     * @throws RequestRefused not found; unprocessable for an address that is none; conflict without a key of the merchant's own
     *                        account; unavailable when Stripe cannot be asked, bad request when it refuses
     */
    public PayeeView begin(WorkspaceId workspaceId, String partnerId, String returnUrl) {
        PartnerView partner = partner(workspaceId, partnerId);
        String back = Destination.check("returnUrl", returnUrl);
        Optional<PayeeRows.Known> known = rows.find(workspaceId, partner.id());
        ConnectionId connection = known.map(PayeeRows.Known::connectionId).or(() -> accesses.sending(workspaceId, Mode.LIVE))
                .orElseThrow(PayeeAccounts::noKey);
        StripeAccess access = accesses.of(connection).orElseThrow(PayeeAccounts::noKey);
        PayeeRows.Known account = known.orElseGet(() -> {
            StripeAnswer.ConnectedAccount made = as(StripeAnswer.ConnectedAccount.class,
                    stripe.createAccount(access, partner.id().value(), partner.email(), partner.country()));
            return rows.keep(workspaceId, partner.id(), connection, made.accountId());
        });
        StripeAnswer.Link link = as(StripeAnswer.Link.class, stripe.link(access, account.accountId(), back, back));
        rows.goesOn(partner.id());
        return new PayeeView(account.accountId(), account.ready(), List.of(), link.url());
    }

    /** Does the same for the partner, whom Stripe sends back to the profile in the portal. */
    public PayeeView begin(WorkspaceId workspaceId, PartnerId partnerId) {
        return begin(workspaceId, partnerId.value(), pages.at("partners/#/" + partnerId.value() + "/profile"));
    }

    /**
     * Asks Stripe how far a partner's account is, which counts from the moment on that it is ready.
     *
     * @throws RequestRefused not found for a partner without one; as {@link #begin}
     */
    public PayeeView get(WorkspaceId workspaceId, String partnerId) {
        PartnerId id = partner(workspaceId, partnerId).id();
        PayeeRows.Known account = rows.find(workspaceId, id).orElseThrow(() -> RequestRefused.notFound("stripe_account_not_found",
                "The partner has no account at Stripe yet."));
        StripeAccess access = accesses.of(account.connectionId()).orElseThrow(PayeeAccounts::noKey);
        StripeAnswer.ConnectedAccount now = as(StripeAnswer.ConnectedAccount.class, stripe.account(access, account.accountId()));
        if (now.ready() && !account.ready()) {
            rows.ready(workspaceId, id);
        }
        return new PayeeView(account.accountId(), now.ready(), now.due(), null);
    }

    private PartnerView partner(WorkspaceId workspaceId, String partnerId) {
        return partners.byId(workspaceId, partnerId).orElseThrow(Partners::notFound);
    }

    private static RequestRefused noKey() {
        return RequestRefused.conflict("stripe_key_missing", "There is no live connection to Stripe with a key of your own account, by"
                + " which money could be sent: PATCH /stripe/connections/{id} takes one.");
    }

    private static <A> A as(Class<A> wanted, StripeAnswer answer) {
        if (wanted.isInstance(answer)) {
            return wanted.cast(answer);
        } else if (answer instanceof StripeAnswer.Unavailable unavailable) {
            throw RequestRefused.unavailable("stripe_unavailable", "Stripe could not be asked: " + unavailable.reason() + ".");
        } else if (answer instanceof StripeAnswer.Refused refused) {
            throw RequestRefused.badRequest("stripe_refused", "Stripe does not do this: " + refused.reason() + ".");
        }
        throw RequestRefused.badRequest("stripe_refused", "Stripe does not know the account.");
    }
}
