package org.conversions.click.recorder;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.conversions.address.IpAddress;
import org.conversions.click.visit.Visit;
import org.conversions.link.directory.LinkTarget;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the visits of one network that count within an hour: on one link, and on all of them. A visitor who comes more
 * often, such as a loop that calls itself a browser, is sent on all the same, but fills neither the figures nor the disk.
 * The limits are high, because a whole office may share an address; one of this machine itself says nothing of the
 * visitor. Each node counts for itself, in memory, and keeps no address.
 */
@ApplicationScoped
public class ClickLimits {

    private static final String LINK = "conversions.click-limit.link-per-hour";
    private static final String NETWORK = "conversions.click-limit.network-per-hour";

    private final VisitorHashes hashes = new VisitorHashes();
    private HourlyCounts onLink;
    private HourlyCounts onAll;
    private HourlyCounts uncounted;

    protected ClickLimits() {
    }

    /** @throws IllegalArgumentException for a negative limit */
    @Inject
    ClickLimits(@ConfigProperty(name = LINK, defaultValue = "600") int onLink,
                @ConfigProperty(name = NETWORK, defaultValue = "6000") int onAll) {
        this(onLink, onAll, Ticker.systemTicker());
    }

    ClickLimits(int onLink, int onAll, Ticker ticker) {
        if (onLink < 0 || onAll < 0) {
            throw new IllegalArgumentException(LINK + " and " + NETWORK + " must be 0 (no limit) or more");
        }
        this.onLink = new HourlyCounts(onLink, ticker);
        this.onAll = new HourlyCounts(onAll, ticker);
        this.uncounted = new HourlyCounts(onAll, ticker);
    }

    /** @return whether one more visit of the link from the visitor's network is a click */
    public boolean counts(Visit visit, LinkTarget target) {
        if (IpAddress.isOfThisMachine(visit.address())) {
            return true;
        }
        String network = IpAddress.network(visit.address());
        return onLink.take(hashes.of(network, target.linkId().value())) && onAll.take(hashes.of(network));
    }

    /** @return whether one more visit that does not count is kept */
    boolean keepsUncounted(Visit visit) {
        return uncounted.take(hashes.of(IpAddress.network(visit.address())));
    }
}
