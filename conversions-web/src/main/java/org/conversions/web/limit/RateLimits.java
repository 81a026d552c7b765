package org.conversions.web.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.conversions.access.KeyHolder;
import org.conversions.address.IpAddress;
import org.conversions.workspace.WorkspaceLimits;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts requests towards the limits of a key's workspace, of a publishable key or of an address. */
@ApplicationScoped
public class RateLimits {

    private static final String SETTING = "conversions.rate-limit.";
    private static final String API = SETTING + "api-per-minute";
    private static final String TRACK = SETTING + "track-per-minute";
    private static final String PUBLISHABLE = SETTING + "publishable-per-minute";
    private static final String ADDRESS = SETTING + "address-per-minute";
    private static final String TRACK_PATH = "track/";

    private RateLimiter api;
    private RateLimiter track;
    private RateLimiter publishable;
    private RateLimiter visitors;

    protected RateLimits() {
    }

    /** @throws IllegalArgumentException for a negative limit */
    @Inject
    RateLimits(@ConfigProperty(name = API, defaultValue = "3000") int api,
               @ConfigProperty(name = TRACK, defaultValue = "60000") int track,
               @ConfigProperty(name = PUBLISHABLE, defaultValue = "3000") int publishable,
               @ConfigProperty(name = ADDRESS, defaultValue = "3000") int visitors, Clock clock) {
        this.api = new RateLimiter(API, api, clock);
        this.track = new RateLimiter(TRACK, track, clock);
        this.publishable = new RateLimiter(PUBLISHABLE, publishable, clock);
        this.visitors = new RateLimiter(ADDRESS, visitors, clock);
    }

    /**
     * Counts secret keys for their workspace, which may have many. A publishable key is counted for each address apart:
     * everybody has it, and one that wastes it must not stop the others.
     *
     * @param path below the API's root
     * @param own  the limits of the workspace
     */
    public Optional<Allowance> take(KeyHolder holder, String path, String address, WorkspaceLimits own) {
        if (holder.publishable()) {
            return publishable.take(holder.keyId() + ' ' + IpAddress.network(address));
        }
        if (path.startsWith(TRACK_PATH)) {
            return track.take(holder.workspaceId().value());
        }
        return own.apiPerMinute() == null ? api.take(holder.workspaceId().value())
                : Optional.of(api.take(holder.workspaceId().value(), own.apiPerMinute()));
    }

    /** Counts a request without a key. */
    public Optional<Allowance> take(String address) {
        return visitors.take(IpAddress.network(address));
    }
}
