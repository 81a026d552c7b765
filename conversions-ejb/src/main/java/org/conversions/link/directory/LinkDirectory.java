package org.conversions.link.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.conversions.address.LinkKey;
import org.conversions.platform.GroupCommit;

/**
 * The links that are being clicked, in memory, for as long as there is room. A change made here is seen at once, one made on
 * another node as soon as {@link DirectoryFeed} finds it, so that no click waits for the database but the first of a link. A
 * link that is clicked is read again in the background from time to time all the same. Addresses that lead nowhere are kept
 * apart and briefly: guessing keys pushes no link out.
 */
@ApplicationScoped
public class LinkDirectory {

    /** Bound in bytes, about, which is some hundred and fifty thousand links as they usually are. */
    static final int WEIGHT_MAX = 64 * 1024 * 1024;
    /** Weight of a link beside its texts. */
    static final int WEIGHT_OF_A_LINK = 400;
    static final int MISSES_MAX = 10_000;
    static final Duration READ_AGAIN_AFTER = Duration.ofHours(1);
    static final Duration MISSES_TRUSTED_FOR = Duration.ofSeconds(10);
    /** Bounds the visitors who wait for the database at the same time, and how long one more waits for a turn. */
    static final int LOADS_MAX = 16;
    private static final long TURN_SECONDS_MAX = 1;

    record Address(String domain, String key) {
    }

    @Inject
    private LinkTargets stored;
    @Resource
    private ManagedExecutorService executor;

    private final Semaphore loads = new Semaphore(LOADS_MAX);
    private LoadingCache<Address, LinkTarget> links;
    private Cache<Address, Boolean> misses;

    @PostConstruct
    void open() {
        open(address -> stored.find(address.domain(), address.key()).orElse(null), executor, Ticker.systemTicker());
    }

    void open(Function<Address, LinkTarget> load, Executor background, Ticker ticker) {
        links = Caffeine.newBuilder().maximumWeight(WEIGHT_MAX).weigher(LinkDirectory::weight)
                .refreshAfterWrite(READ_AGAIN_AFTER).executor(background).ticker(ticker)
                .build(new KeptLoader<>(address -> inTurn(load, address)));
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
        Optional<LinkTarget> found = find(new Address(domain, typed));
        if (found.isPresent()) {
            return found;
        }
        String small = LinkKey.composed(typed.toLowerCase(Locale.ROOT));
        return small.equals(typed) ? found : find(new Address(domain, small));
    }

    /** @return whether {@link #find} has its answer in memory, so that it costs the database nothing */
    public boolean remembers(String domain, String key) {
        String typed = LinkKey.composed(key);
        Address address = new Address(domain, typed);
        if (links.getIfPresent(address) != null) {
            return true;
        }
        String small = LinkKey.composed(typed.toLowerCase(Locale.ROOT));
        return isMiss(address) && (small.equals(typed) || remembers(domain, small));
    }

    private boolean isMiss(Address address) {
        return !LinkKey.wellFormed(address.key()) || misses.getIfPresent(address) != null;
    }

    Optional<LinkTarget> find(Address address) {
        LinkTarget known = links.getIfPresent(address);
        if (known != null) {
            return Optional.of(known);
        }
        if (!LinkKey.wellFormed(address.key())) {
            return Optional.empty();
        }
        // Loaded inside the other cache's lock, so that a change in between waits and then wipes the miss.
        boolean missing = misses.get(address, a -> links.get(a) == null ? Boolean.TRUE : null) != null;
        return missing ? Optional.empty() : Optional.ofNullable(links.get(address));
    }

    private static int weight(Address address, LinkTarget target) {
        return WEIGHT_OF_A_LINK + address.key().length() + target.url().length() + target.rules().length();
    }

    /** A database that does not answer keeps few of the server's threads waiting: the others send visitors on. */
    private LinkTarget inTurn(Function<Address, LinkTarget> load, Address address) throws InterruptedException {
        if (!loads.tryAcquire(TURN_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new GroupCommit.QueueFull();
        }
        try {
            return load.apply(address);
        } finally {
            loads.release();
        }
    }

    void forget(String domain, String key) {
        Address address = new Address(domain, key);
        links.invalidate(address);
        misses.invalidate(address);
    }

    /** The links of a domain go with it, all at once, and whoever proves it next begins with none. */
    void forgetDomain(String domain) {
        links.asMap().keySet().removeIf(address -> address.domain().equals(domain));
        misses.asMap().keySet().removeIf(address -> address.domain().equals(domain));
    }

    void forgetWorkspace(String workspaceId) {
        links.asMap().values().removeIf(target -> target.workspaceId().value().equals(workspaceId));
    }

    void forgetEverything() {
        links.invalidateAll();
        misses.invalidateAll();
    }
}
