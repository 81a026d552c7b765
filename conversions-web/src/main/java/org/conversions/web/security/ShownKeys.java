package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.conversions.access.ApiKeys;
import org.conversions.access.KeyHolder;
import org.conversions.web.error.TooManyRequests;
import org.conversions.web.front.TrustedProxies;
import org.conversions.web.limit.KeyTries;

/** Looks up keys that callers show, wherever in a request, and stops who tries one after the other. */
@ApplicationScoped
public class ShownKeys {

    @Inject
    private ApiKeys keys;
    @Inject
    private KeyTries tries;
    @Inject
    private TrustedProxies proxies;
    @Inject
    private Clock clock;

    /**
     * @return empty for a key that is unknown or has expired, which counts as a guess
     * @throws TooManyRequests when too many wrong keys came from the caller's address, and the key was not used from there
     *                         shortly before
     */
    public Optional<KeyHolder> holder(HttpServletRequest request, String key) {
        return holder(proxies.visitor(request), key);
    }

    Optional<KeyHolder> holder(String address, String key) {
        refuseGuesses(address, key);
        Optional<KeyHolder> holder = keys.authenticate(key);
        if (holder.isPresent()) {
            tries.succeeded(address, key);
        } else {
            tries.failed(address);
        }
        return holder;
    }

    /** @throws TooManyRequests as {@link #holder(HttpServletRequest, String)} */
    void refuseGuesses(String address, String key) {
        tries.refused(address, key).ifPresent(used -> {
            throw new TooManyRequests("Too many wrong API keys came from this address.",
                    used.secondsFrom(clock.instant()));
        });
    }
}
