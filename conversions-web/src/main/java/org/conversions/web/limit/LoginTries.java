package org.conversions.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.conversions.address.IpAddress;
import org.conversions.platform.secret.TokenHash;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stops who guesses passwords and codes, before the next is looked at: by account, however many networks the guesses come
 * from, and by network, however many accounts are tried. Who signed in from a network shortly before has tries of their own
 * there, so that a stranger cannot lock a person out.
 */
@ApplicationScoped
public class LoginTries {

    private static final String ACCOUNT = "conversions.rate-limit.login-failures-per-account";
    private static final String NETWORK = "conversions.rate-limit.login-failures-per-network";
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int KNOWN_MAX = 10_000;
    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    private RateLimiter accounts;
    private RateLimiter networks;
    private RateLimiter knownPairs;
    private Cache<String, Boolean> known;

    protected LoginTries() {
    }

    /** @throws IllegalArgumentException for a negative limit */
    @Inject
    LoginTries(@ConfigProperty(name = ACCOUNT, defaultValue = "10") int perAccount,
               @ConfigProperty(name = NETWORK, defaultValue = "100") int perNetwork, Clock clock) {
        accounts = new RateLimiter(ACCOUNT, perAccount, WINDOW, clock);
        networks = new RateLimiter(NETWORK, perNetwork, WINDOW, clock);
        knownPairs = new RateLimiter(ACCOUNT, perAccount, WINDOW, clock);
        known = Caffeine.newBuilder().maximumSize(KNOWN_MAX).expireAfterAccess(KNOWN_FOR).build();
    }

    /**
     * Counts a try, before it is looked at: of many at once, no more are let through than one after the other.
     *
     * @param account an email or id, of which there need not be anybody
     * @return when to come again, or empty when the try may be looked at; it counts as failed unless it is given back
     */
    public Optional<Allowance> take(String account, String address) {
        String pair = pair(account, address);
        if (known.getIfPresent(pair) != null) {
            return knownPairs.take(pair).filter(used -> !used.granted());
        }
        String network = IpAddress.network(address);
        Optional<Allowance> closed = networks.exhausted(network).or(() -> accounts.take(hash(account)).filter(used -> !used.granted()));
        if (closed.isEmpty()) {
            networks.take(network);
        }
        return closed;
    }

    /** Takes a try back that did not fail. */
    public void giveBack(String account, String address) {
        String pair = pair(account, address);
        if (known.getIfPresent(pair) != null) {
            knownPairs.giveBack(pair);
        } else {
            accounts.giveBack(hash(account));
            networks.giveBack(IpAddress.network(address));
        }
    }

    /** Takes a try back that was right, and knows the network from now on. */
    public void succeeded(String account, String address) {
        giveBack(account, address);
        known.put(pair(account, address), Boolean.TRUE);
    }

    /** Who it is about is kept nowhere, not even here. */
    private static String hash(String account) {
        return TokenHash.sha256(account.toLowerCase(Locale.ROOT));
    }

    private static String pair(String account, String address) {
        return hash(account) + ' ' + IpAddress.network(address);
    }
}
