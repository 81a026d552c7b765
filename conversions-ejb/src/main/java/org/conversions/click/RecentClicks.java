package org.conversions.click;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.conversions.link.LinkTarget;

/**
 * Who clicked what within the hour, for visitors who bring no cookie. Nobody's address is kept: a visitor is a hash
 * under a key that is made at the start and never leaves the memory. Each node remembers its own visitors only, and
 * forgets the oldest when there are too many: then a visitor is counted once more, or an app learns nothing of its
 * link.
 */
@ApplicationScoped
public class RecentClicks {

    static final int VISITORS_MAX = 100_000;
    static final Duration REMEMBERED_FOR = Duration.ofHours(1);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_LENGTH = 32;

    /** The first half of a hash: enough to keep a hundred thousand apart. */
    private record Visitor(long first, long second) {
    }

    /** A click on a link of a domain. */
    public record Seen(String clickId, String linkId, String domain, String key) {
    }

    private final Cache<Visitor, CompletableFuture<String>> byLink =
            Caffeine.newBuilder().maximumSize(VISITORS_MAX).expireAfterWrite(REMEMBERED_FOR).build();
    private final Cache<Visitor, Seen> byDomain =
            Caffeine.newBuilder().maximumSize(VISITORS_MAX).expireAfterWrite(REMEMBERED_FOR).build();
    private final SecretKeySpec secret;

    public RecentClicks() {
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        secret = new SecretKeySpec(key, ALGORITHM);
    }

    /** The visitor clicked. Whether that was stored, whoever asks is to see. */
    public void note(Visit visit, LinkTarget target, String clickId) {
        byLink.put(onLink(visit, target), CompletableFuture.completedFuture(clickId));
        noteDomain(visit, target, clickId);
    }

    void noteDomain(Visit visit, LinkTarget target, String clickId) {
        byDomain.put(onDomain(visit, target.domain()),
                new Seen(clickId, target.linkId(), target.domain(), target.key()));
    }

    /**
     * @param mine completed when the caller's own click is stored
     * @return the click of the same visitor on the same link, perhaps one that is being stored; null when there is
     *         none, and then the caller's is the one from now on
     */
    CompletableFuture<String> earlier(Visit visit, LinkTarget target, CompletableFuture<String> mine) {
        return byLink.asMap().putIfAbsent(onLink(visit, target), mine);
    }

    /** The caller's click came to nothing, or takes the place of one that did. @param mine null to forget */
    void replace(Visit visit, LinkTarget target, CompletableFuture<String> earlier, CompletableFuture<String> mine) {
        if (mine == null) {
            byLink.asMap().remove(onLink(visit, target), earlier);
        } else {
            byLink.asMap().replace(onLink(visit, target), earlier, mine);
        }
    }

    /** @return the last click that came from the same address on a link of the domain, whatever it was made with */
    public Optional<Seen> onDomain(String domain, Visit visit) {
        return Optional.ofNullable(byDomain.getIfPresent(onDomain(visit, domain)));
    }

    private Visitor onLink(Visit visit, LinkTarget target) {
        return hash(target.linkId(), visit.address(), visit.userAgent());
    }

    private Visitor onDomain(Visit visit, String domain) {
        return hash("domain", domain, visit.address());
    }

    private Visitor hash(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            for (String part : parts) {
                mac.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal());
            return new Visitor(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
