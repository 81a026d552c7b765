package org.conversions.stripe.connect;

import java.util.Locale;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.workspace.Mode;

/**
 * A Stripe account in a mode of which it is known that it is the workspace's to connect. Only {@link AccountProofs} makes
 * one: with an account come all its events, and the platform's key is used for it.
 */
public final class ProvenAccount {

    private static final Pattern ACCOUNT = Pattern.compile("acct_[A-Za-z0-9]{1,50}");

    private final String accountId;
    private final Mode mode;
    private final Proof proof;

    /** The way in which it is known. */
    enum Proof implements Word {
        /** The word of the operator of this server, by the bootstrap settings or the operator's token. */
        OPERATOR,
        /** The signature of Stripe's app, which runs in the account. */
        APP,
        /** The code by which Stripe's OAuth said that the merchant gives it to the operator's platform. */
        STRIPE_OAUTH,
        /** The key that the merchant has given: asked with it, Stripe names this account. */
        OWN_KEY;

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private ProvenAccount(String accountId, Mode mode, Proof proof) {
        this.accountId = accountId;
        this.mode = mode;
        this.proof = proof;
    }

    /** @throws RequestRefused unprocessable for what is no id of an account */
    static ProvenAccount of(String accountId, Mode mode, Proof proof) {
        return new ProvenAccount(checked(accountId), mode, proof);
    }

    /** @throws RequestRefused unprocessable for what is no id of an account */
    static String checked(String accountId) {
        if (!ACCOUNT.matcher(accountId).matches()) {
            throw RequestRefused.unprocessable("field_malformed", "accountId: must be a Stripe account id (acct_…)");
        }
        return accountId;
    }

    public String accountId() {
        return accountId;
    }

    Mode mode() {
        return mode;
    }

    Proof proof() {
        return proof;
    }
}
