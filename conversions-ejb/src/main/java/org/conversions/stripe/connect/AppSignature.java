package org.conversions.stripe.connect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;
import org.conversions.stripe.api.StripeSignature;

/**
 * The signature by which Stripe says for which person in which account its app calls. It is made as those of webhooks are, with
 * the app's secret, over a text that names the two in this order. Pure.
 */
final class AppSignature {

    private static final Pattern USER = Pattern.compile("usr_[A-Za-z0-9]{1,100}");

    private AppSignature() {
    }

    /**
     * @param header  the {@code Stripe-Signature} header, or null
     * @param secrets of the app; two while one is being rolled
     * @throws RequestRefused unprocessable for ids that are none; forbidden when Stripe did not sign them, or signed them
     *         too long ago
     */
    static void check(String header, String userId, String accountId, List<String> secrets, Instant now) {
        if (userId == null || !USER.matcher(userId).matches()) {
            throw RequestRefused.unprocessable("field_malformed",
                    "stripeUserId: must be the id of a person at Stripe (usr_…)");
        }
        StripeSignature.Verdict verdict = StripeSignature.of(header, now)
                .verdict(signed(userId, ProvenAccount.checked(accountId)).getBytes(StandardCharsets.UTF_8), secrets);
        if (verdict == StripeSignature.Verdict.NO_SECRET) {
            throw RequestRefused.forbidden("app_secret_missing",
                    "This server does not know the secret of the Stripe app: its operator sets conversions.stripe.app-secret.");
        }
        if (verdict != StripeSignature.Verdict.VALID) {
            throw RequestRefused.forbidden("app_signature_" + verdict.name().toLowerCase(Locale.ROOT),
                    "Stripe has not said that its app runs in this account: " + sentence(verdict) + ".");
        }
    }

    /** The ids have no character that JSON would write in another way. */
    private static String signed(String userId, String accountId) {
        return "{\"user_id\":\"" + userId + "\",\"account_id\":\"" + accountId + "\"}";
    }

    private static String sentence(StripeSignature.Verdict verdict) {
        return verdict == StripeSignature.Verdict.MISMATCH ? "the signature is not one over this person and this account"
                : Character.toLowerCase(verdict.sentence().charAt(0)) + verdict.sentence().substring(1);
    }
}
