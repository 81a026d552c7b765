package org.conversions.stripe.connect;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeGateway;
import org.conversions.stripe.api.StripeKey;
import org.conversions.stripe.api.StripeOAuth;
import org.conversions.stripe.connect.ProvenAccount.Proof;
import org.conversions.workspace.Mode;

/** Proves that an account belongs to the one who wants to connect it, and is the only maker of a {@link ProvenAccount}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountProofs {

    @Inject
    private StripeGateway stripe;
    @Inject
    private StripeOAuth oauth;
    @Inject
    private AppSecrets appSecrets;
    @Inject
    private Clock clock;

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
            return named(claimed, account);
        }
        throw notSaid(answer);
    }

    /**
     * Asks Stripe for the account of a key, which may be one that does not read it.
     *
     * @param accountId that the key has to be of; null or empty for whichever it is of
     * @param apiKey    one of the mode
     * @return empty when the key may not read its account
     * @throws RequestRefused as {@link #byOwnKey}
     */
    public Optional<ProvenAccount> byReadableKey(String accountId, Mode mode, String apiKey) {
        if (accountId != null && !accountId.isEmpty()) {
            return Optional.of(byOwnKey(accountId, mode, apiKey));
        }
        StripeAnswer answer = stripe.accountOf(apiKey, mode);
        if (answer instanceof StripeAnswer.Account account) {
            return Optional.of(ProvenAccount.of(account.accountId(), mode, Proof.OWN_KEY));
        }
        if (answer instanceof StripeAnswer.Refused refused && refused.isForLackOfRights()) {
            return Optional.empty();
        }
        throw notSaid(answer);
    }

    private static ProvenAccount named(ProvenAccount claimed, StripeAnswer.Account account) {
        if (!claimed.accountId().equals(account.accountId())) {
            throw RequestRefused.unprocessable("key_of_another_account", "apiKey: is the key of another account");
        }
        return claimed;
    }

    private static RequestRefused notSaid(StripeAnswer answer) {
        if (answer instanceof StripeAnswer.Refused refused) {
            return RequestRefused.unprocessable("key_refused_by_stripe",
                    "apiKey: Stripe does not say whose it is: " + refused.reason());
        }
        return RequestRefused.unavailable("stripe_unreachable", "Stripe could not be asked whose the key is"
                + (answer instanceof StripeAnswer.Unavailable trouble ? ": " + trouble.reason() : "") + ". Try again.");
    }

    /**
     * Takes the word of Stripe's app, which runs in the account.
     *
     * @param signature the {@code Stripe-Signature} header, or null
     * @param userId    the person who uses the app ({@code usr_…})
     * @throws RequestRefused as {@link AppSignature#check}
     */
    public ProvenAccount byAppSignature(String accountId, Mode mode, String userId, String signature) {
        AppSignature.check(signature, userId, accountId, appSecrets.all(), clock.instant());
        return ProvenAccount.of(accountId, mode, Proof.APP);
    }

    /**
     * Has Stripe say which account a code of its OAuth is of. Takes as long as Stripe takes.
     *
     * @throws RequestRefused with a reason: code_refused, wrong_mode, not_configured, or stripe_unreachable
     */
    public ProvenAccount byOAuthCode(Mode mode, String code) {
        StripeAnswer answer = oauth.exchange(mode, code);
        if (answer instanceof StripeAnswer.Authorized authorized) {
            if (authorized.live() != (mode == Mode.LIVE)) {
                throw RequestRefused.unprocessable("wrong_mode", "Stripe connected the account in another mode than was asked for");
            }
            return ProvenAccount.of(authorized.accountId(), mode, Proof.STRIPE_OAUTH);
        }
        if (answer instanceof StripeAnswer.NoKey) {
            throw RequestRefused.unprocessable("not_configured", "This server has no platform key of that mode");
        }
        if (answer instanceof StripeAnswer.Refused refused) {
            throw RequestRefused.unprocessable("code_refused", "Stripe does not take the code: " + refused.reason());
        }
        throw RequestRefused.unavailable("stripe_unreachable", "Stripe could not be asked whose the code is. Try again.");
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
