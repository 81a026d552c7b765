package org.conversions.link.directory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.conversions.address.Host;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.TextColumn;

/**
 * The domains that visitors come by, in memory. The server has a domain of its own and may be reached by other names,
 * so every host that no workspace has proved stands for that one. A change made here is seen at once, one made on
 * another node as soon as {@link DirectoryFeed} finds it.
 */
@ApplicationScoped
public class LinkDomains {

    static final int DOMAINS_MAX = 10_000;
    static final Duration READ_AGAIN_AFTER = Duration.ofHours(1);
    private static final int HOST_LENGTH_MAX = TextColumn.LENGTH_MAX;

    @Inject
    private DomainRows stored;
    @Inject
    private ShortDomain shortDomain;
    @Resource
    private ManagedExecutorService executor;

    private LinkDomain own;
    private LoadingCache<String, LinkDomain> domains;

    @PostConstruct
    void open() {
        own = new LinkDomain(shortDomain.name(), null, null, null, null, null);
        domains = Caffeine.newBuilder().maximumSize(DOMAINS_MAX).refreshAfterWrite(READ_AGAIN_AFTER)
                .executor(executor)
                .build(new KeptLoader<>(host -> stored.verified(host).orElse(own)));
    }

    /** @param host as the browser was given it, with or without a port; null when it sent none */
    public LinkDomain of(String host) {
        return isOwn(host) ? own : domains.get(name(host));
    }

    /** @return whether {@link #of} has its answer in memory, so that it costs the database nothing */
    public boolean remembers(String host) {
        return isOwn(host) || domains.getIfPresent(name(host)) != null;
    }

    private boolean isOwn(String host) {
        return host == null || host.length() > HOST_LENGTH_MAX || host.toLowerCase(Locale.ROOT).equals(own.slug());
    }

    private static String name(String host) {
        return Host.bare(host.toLowerCase(Locale.ROOT));
    }

    void forget(String slug) {
        domains.invalidate(slug);
    }

    void forgetEverything() {
        domains.invalidateAll();
    }
}
