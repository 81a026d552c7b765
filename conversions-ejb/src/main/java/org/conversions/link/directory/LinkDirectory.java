package org.conversions.link.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.conversions.address.LinkKey;
import org.conversions.link.LinkChanged;

/**
 * The links that are being clicked, in memory. A change made here is seen at once, one made on another node within
 * {@link #TRUSTED_FOR}. An address that is asked for all the time is read again in the background, so that no click on
 * it waits for the database. Addresses that lead nowhere are kept apart and briefly: guessing keys pushes no link out.
 */
@ApplicationScoped
public class LinkDirectory {

    /** Bound in characters, which is some sixty thousand links as they usually are. */
    static final int WEIGHT_MAX = 64 * 1024 * 1024;
    /** Weight of a link beside its texts. */
    static final int WEIGHT_OF_A_LINK = 1_000;
    static final int MISSES_MAX = 10_000;
    static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(2);
    static final Duration TRUSTED_FOR = Duration.ofSeconds(5);
    static final Duration MISSES_TRUSTED_FOR = Duration.ofSeconds(2);

    record Address(String domain, String key) {
    }

    @Inject
    private LinkTargets stored;
    @Resource
    private ManagedExecutorService executor;

    private LoadingCache<Address, LinkTarget> links;
    private Cache<Address, Boolean> misses;

    @PostConstruct
    void open() {
        open(address -> stored.find(address.domain(), address.key()).orElse(null), executor, Ticker.systemTicker());
    }

    void open(Function<Address, LinkTarget> load, Executor background, Ticker ticker) {
        links = Caffeine.newBuilder().maximumWeight(WEIGHT_MAX).weigher(LinkDirectory::weight)
                .refreshAfterWrite(READ_AGAIN_AFTER).expireAfterWrite(TRUSTED_FOR).executor(background).ticker(ticker).build(load::apply);
        misses = Caffeine.newBuilder().maximumSize(MISSES_MAX).expireAfterWrite(MISSES_TRUSTED_FOR)
                .executor(background).ticker(ticker).build();
    }

    /**
     * @param domain the slug of one of our domains
     * @param key    in the case that it was typed in; where no link has it so, the one in small letters is meant
     * @return the target of the address, or empty when it leads nowhere
     */
    public Optional<LinkTarget> find(String domain, String key) {
        String typed = LinkKey.composed(key);
        String small = LinkKey.composed(typed.toLowerCase(Locale.ROOT));
        Optional<LinkTarget> found = find(new Address(domain, typed));
        return found.isPresent() || small.equals(typed) ? found : find(new Address(domain, small));
    }

    /** @return whether {@link #find} has its answer in memory, so that it costs the database nothing */
    public boolean remembers(String domain, String key) {
        String typed = LinkKey.composed(key);
        String small = LinkKey.composed(typed.toLowerCase(Locale.ROOT));
        Address address = new Address(domain, typed);
        return links.getIfPresent(address) != null
                || isMiss(address) && (small.equals(typed) || remembers(domain, small));
    }

    private boolean isMiss(Address address) {
        return !LinkKey.wellFormed(address.key()) || misses.getIfPresent(address) != null;
    }

    Optional<LinkTarget> find(Address address) {
        if (!LinkKey.wellFormed(address.key())) {
            return Optional.empty();
        }
        LinkTarget known = links.getIfPresent(address);
        if (known != null) {
            return Optional.of(known);
        }
        // Loaded inside the other cache's lock, so that a change in between waits and then wipes the miss.
        boolean missing = misses.get(address, a -> links.get(a) == null ? Boolean.TRUE : null) != null;
        return missing ? Optional.empty() : Optional.ofNullable(links.get(address));
    }

    private static int weight(Address address, LinkTarget target) {
        return WEIGHT_OF_A_LINK + address.key().length() + target.url().length() + target.rules().length();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) LinkChanged change) {
        Address address = new Address(change.domain(), change.key());
        links.invalidate(address);
        misses.invalidate(address);
    }
}
