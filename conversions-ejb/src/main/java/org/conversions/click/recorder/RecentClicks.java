package org.conversions.click.recorder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.conversions.click.visit.Visit;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;

/**
 * Remembers the clicks of the last hour, for visitors who bring no cookie; no address is kept. Each node remembers its
 * own visitors only, and forgets the oldest when there are too many: then a visitor is counted once more, or an app
 * learns nothing of its link.
 */
@ApplicationScoped
public class RecentClicks {

    static final int VISITORS_MAX = 100_000;
    static final Duration REMEMBERED_FOR = Duration.ofHours(1);

    /** A click on a link of a domain. */
    public record DomainClick(ClickId clickId, LinkId linkId, String domain, String key) {
    }

    private final Cache<VisitorHashes.Hash, CompletableFuture<ClickId>> byLink =
            Caffeine.newBuilder().maximumSize(VISITORS_MAX).expireAfterWrite(REMEMBERED_FOR).build();
    private final Cache<VisitorHashes.Hash, DomainClick> byDomain =
            Caffeine.newBuilder().maximumSize(VISITORS_MAX).expireAfterWrite(REMEMBERED_FOR).build();
    private final VisitorHashes hashes = new VisitorHashes();

    /** Notes a click. The caller of a later question has to see whether it was stored. */
    public void note(Visit visit, LinkTarget target, ClickId clickId) {
        byLink.put(onLink(visit, target), CompletableFuture.completedFuture(clickId));
        noteDomain(visit, target, clickId);
    }

    void noteDomain(Visit visit, LinkTarget target, ClickId clickId) {
        byDomain.put(onDomain(visit, target.domain()),
                new DomainClick(clickId, target.linkId(), target.domain(), target.key()));
    }

    /**
     * @param mine completed when the caller's own click is stored
     * @return the click of the same visitor on the same link, perhaps one that is being stored; null when there is
     *         none, and then the caller's is the one from now on
     */
    CompletableFuture<ClickId> earlier(Visit visit, LinkTarget target, CompletableFuture<ClickId> mine) {
        return byLink.asMap().putIfAbsent(onLink(visit, target), mine);
    }

    /** The caller's click came to nothing, or takes the place of one that did. @param mine null to forget */
    void replace(Visit visit, LinkTarget target, CompletableFuture<ClickId> earlier, CompletableFuture<ClickId> mine) {
        if (mine == null) {
            byLink.asMap().remove(onLink(visit, target), earlier);
        } else {
            byLink.asMap().replace(onLink(visit, target), earlier, mine);
        }
    }

    /** @return the last click that came from the same address on a link of the domain, whatever it was made with */
    public Optional<DomainClick> onDomain(String domain, Visit visit) {
        return Optional.ofNullable(byDomain.getIfPresent(onDomain(visit, domain)));
    }

    private VisitorHashes.Hash onLink(Visit visit, LinkTarget target) {
        return hashes.of(target.linkId().value(), visit.address(), visit.userAgent());
    }

    private VisitorHashes.Hash onDomain(Visit visit, String domain) {
        return hashes.of("domain", domain, visit.address());
    }
}
