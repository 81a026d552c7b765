package org.conversions.stripe.connect;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.conversions.platform.RequestRefused;
import org.conversions.stripe.connect.ProvenAccount.Proof;
import org.conversions.workspace.Mode;

/** Proves that an account belongs to the one who wants to connect it, and is the only maker of a {@link ProvenAccount}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountProofs {

    @Inject
    private StripeGateway stripe;

    /**
     * Asks Stripe for the account of a key. Takes as long as Stripe takes.
     *
     * @param apiKey the account's own; null or empty when none is given
     * @throws RequestRefused unprocessable without a key, for one that is none, and for one that Stripe refuses or that is
     *         another account's; unavailable while Stripe does not answer
     */
    public ProvenAccount byOwnKey(String accountId, Mode mode, String apiKey) {
        ProvenAccount claimed = ProvenAccount.of(accountId, mode, Proof.OWN_KEY);
        if (apiKey == null || apiKey.isBlank()) {
            throw RequestRefused.unprocessable("field_missing",
                    "apiKey: is required with accountId, because Stripe is asked with it whether"
                    + " the account is yours; without an account id, this server makes an endpoint to add in Stripe");
        }
        StripeAnswer answer = stripe.accountOf(StripeKey.checked(apiKey, mode), mode);
        if (answer instanceof StripeAnswer.Account account) {
            if (accountId.equals(account.accountId())) {
                return claimed;
            }
            throw RequestRefused.unprocessable("key_of_another_account", "apiKey: is the key of another account");
        }
        if (answer instanceof StripeAnswer.Refused refused) {
            throw RequestRefused.unprocessable("key_refused_by_stripe",
                    "apiKey: Stripe does not say whose it is: " + refused.reason());
        }
        throw RequestRefused.unavailable("stripe_unreachable", "Stripe could not be asked whose the key is"
                + (answer instanceof StripeAnswer.Unavailable trouble ? ": " + trouble.reason() : "") + ". Try again.");
    }

    /**
     * Takes the word of the operator of this server.
     *
     * @throws RequestRefused unprocessable for what is no id of an account
     */
    public ProvenAccount byOperator(String accountId, Mode mode) {
        return ProvenAccount.of(accountId, mode, Proof.OPERATOR);
    }
}
