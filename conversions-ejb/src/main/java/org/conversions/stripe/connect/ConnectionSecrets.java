package org.conversions.stripe.connect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.secret.SecretBox;
import org.conversions.stripe.api.StripeKey;
import org.conversions.workspace.Mode;

/** Checks and encrypts the secrets of a connection: what its endpoint signs with, and the key that Stripe is asked with. */
@ApplicationScoped
class ConnectionSecrets {

    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x2b\\x2d-\\x7e]{20,255}");
    private static final int SECRETS_MAX = 2;

    @Inject
    private SecretBox box;

    /** @param given null or empty for none. @throws RequestRefused unprocessable for what is none */
    void sign(StripeConnection connection, List<String> given) {
        List<String> secrets = given == null ? List.of() : given;
        if (secrets.size() > SECRETS_MAX
                || secrets.stream().anyMatch(secret -> secret == null || !SECRET.matcher(secret).matches())) {
            throw RequestRefused.unprocessable("field_malformed",
                    "signingSecrets: must be one or two signing secrets (whsec_…)");
        }
        connection.signingSecrets = box.encrypt(connection.placeOfSigningSecrets(), String.join(",", secrets));
    }

    boolean isSigned(StripeConnection connection) {
        return !box.decrypt(connection.placeOfSigningSecrets(), connection.signingSecrets).isEmpty();
    }

    /** @param apiKey null leaves the key as it is, an empty text removes it. @throws RequestRefused unprocessable */
    void key(StripeConnection connection, String apiKey) {
        if (apiKey == null) {
            return;
        }
        String key = apiKey.isEmpty() ? null : StripeKey.checked(apiKey, Mode.of(connection.mode));
        connection.apiKey = key == null ? null : box.encrypt(connection.placeOfApiKey(), key);
        connection.apiKeyHint = key == null ? null : StripeKey.hint(key);
    }
}
