package org.conversions.web.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.conversions.address.IpAddress;
import org.conversions.web.error.TooManyRequests;
import org.conversions.web.front.TrustedProxies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits, for each network, what needs no key and costs more than an answer from memory. */
@ApplicationScoped
public class NetworkLimits {

    private static final String MISSES = "conversions.rate-limit.misses-per-minute";
    private static final String PICTURES = "conversions.rate-limit.pictures-per-minute";

    private RateLimiter misses;
    private RateLimiter pictures;
    private TrustedProxies proxies;
    private Clock clock;

    protected NetworkLimits() {
    }

    /** @throws IllegalArgumentException for a negative limit */
    @Inject
    public NetworkLimits(@ConfigProperty(name = MISSES, defaultValue = "300") int misses,
                         @ConfigProperty(name = PICTURES, defaultValue = "120") int pictures, TrustedProxies proxies,
                         Clock clock) {
        this.misses = new RateLimiter(MISSES, misses, clock);
        this.pictures = new RateLimiter(PICTURES, pictures, clock);
        this.proxies = proxies;
        this.clock = clock;
    }

    /** Counts a look into the database that found nothing. */
    public void missed(HttpServletRequest request) {
        if (!IpAddress.isOfThisMachine(proxies.visitor(request))) {
            misses.take(network(request));
        }
    }

    /**
     * @return for how many seconds the database is not asked for the sake of the network, because it has asked for so
     *         many addresses that lead nowhere; empty when it may be asked
     */
    public OptionalLong missing(HttpServletRequest request) {
        Optional<Allowance> used = misses.exhausted(network(request));
        return used.isEmpty() ? OptionalLong.empty() : OptionalLong.of(used.get().secondsFrom(clock.instant()));
    }

    /** Counts a picture that is about to be drawn. @throws TooManyRequests when there were too many */
    public void draws(HttpServletRequest request) {
        pictures.take(network(request)).filter(left -> !left.granted()).ifPresent(left -> {
            throw new TooManyRequests("More than " + left.limit() + " new pictures in a minute.",
                    left.secondsFrom(clock.instant()));
        });
    }

    private String network(HttpServletRequest request) {
        return IpAddress.network(proxies.visitor(request));
    }
}
