package org.conversions.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.conversions.address.IpAddress;
import org.conversions.platform.secret.TokenHash;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stops an address that tries one key after the other, before the next is looked up. Whoever used a good key from
 * there shortly before goes on: many share an address, and one of them with an old key must not stop the others.
 */
@ApplicationScoped
public class KeyTries {

    private static final String SETTING = "conversions.rate-limit.failures-per-minute";
    private static final int GOOD_MAX = 10_000;
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private RateLimiter failures;
    private Cache<String, Boolean> good;

    protected KeyTries() {
    }

    /** @throws IllegalArgumentException for a negative limit */
    @Inject
    KeyTries(@ConfigProperty(name = SETTING, defaultValue = "300") int failures, Clock clock) {
        this.failures = new RateLimiter(SETTING, failures, clock);
        this.good = Caffeine.newBuilder().maximumSize(GOOD_MAX).expireAfterAccess(GOOD_FOR).build();
    }

    /** @return when to come again, or empty when the key may be looked up */
    public Optional<Allowance> refused(String address, String token) {
        return failures.exhausted(IpAddress.network(address))
                .filter(used -> good.getIfPresent(pair(address, token)) == null);
    }

    public void succeeded(String address, String token) {
        good.put(pair(address, token), Boolean.TRUE);
    }

    public void failed(String address) {
        failures.take(IpAddress.network(address));
    }

    /** The key itself is kept nowhere, not even here. */
    private static String pair(String address, String token) {
        return TokenHash.sha256(token) + ' ' + address;
    }
}
