package org.conversions.web.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.OptionalLong;
import org.conversions.address.IpAddress;
import org.conversions.platform.secret.TokenHash;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stops who guesses the secret, codes or tokens of an app. It counts for each app and network apart, so that nobody can stop
 * the app elsewhere.
 */
@ApplicationScoped
public class TokenTries {

    private static final String SETTING = "conversions.rate-limit.token-failures-per-minute";

    private RateLimiter failures;
    private Clock clock;

    protected TokenTries() {
    }

    /** @throws IllegalArgumentException for a negative limit */
    @Inject
    TokenTries(@ConfigProperty(name = SETTING, defaultValue = "60") int failures, Clock clock) {
        this.failures = new RateLimiter(SETTING, failures, clock);
        this.clock = clock;
    }

    /**
     * @param clientId of which there need not be an app
     * @return after how many seconds to come again, or empty when the try may be looked at
     */
    public OptionalLong refused(String clientId, String address) {
        return failures.exhausted(pair(clientId, address)).map(used -> OptionalLong.of(used.secondsFrom(clock.instant())))
                .orElse(OptionalLong.empty());
    }

    public void failed(String clientId, String address) {
        failures.take(pair(clientId, address));
    }

    /** Hashed, because a made-up id can be long. */
    private static String pair(String clientId, String address) {
        return TokenHash.sha256(clientId) + ' ' + IpAddress.network(address);
    }
}
