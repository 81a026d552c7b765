package org.conversions.web.track;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.conversions.link.LinkRules;
import org.conversions.link.directory.LinkDirectory;
import org.conversions.link.directory.LinkDomain;
import org.conversions.link.directory.LinkDomains;
import org.conversions.link.directory.LinkTarget;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.RequestRefused;
import org.conversions.setup.Installation;
import org.conversions.web.redirect.RequestedKey;

/** Finds the link that a page or an app names by its address. */
@ApplicationScoped
class LinkAddresses {

    @Inject
    private Clock clock;
    @Inject
    private LinkDirectory directory;
    @Inject
    private LinkDomains domains;
    @Inject
    private ShortDomain shared;
    @Inject
    private Installation installation;

    /**
     * @param domain as the page's author wrote it, see {@link HostName}
     * @param key    as the visitor wrote it
     * @throws RequestRefused not found, also when the link is disabled, expired or behind a password
     */
    LinkTarget find(String domain, String key) {
        return slug(domain).flatMap(slug -> directory.find(slug, key)).filter(this::isOpen).orElseThrow(() ->
                RequestRefused.notFound("link_not_found", "There is no link " + key + " on " + domain));
    }

    /**
     * @param domain the domain that the page stands for
     * @param url    the address of the page, whose path is the key
     * @throws RequestRefused not found
     */
    LinkTarget findPage(String domain, String url) {
        String key = RequestedKey.of(WebAddress.of("url", url).path())
                .orElseThrow(() -> RequestRefused.notFound("link_not_found", "There is no link at " + url));
        return find(domain, key);
    }

    /** @return the slug of a domain that short links live on; a host that nobody has proved is none */
    Optional<String> slug(String domain) {
        HostName name = HostName.of(domain);
        LinkDomain found = domains.of(name.host());
        return found.workspaceId() != null || name.names(HostName.of(found.slug()))
                ? Optional.of(found.slug()) : Optional.empty();
    }

    /**
     * Returns whether an app that names the link's domain may learn of clicks on it. On the domain that all workspaces
     * share, it could be an app of any of them, so that domain's apps are the operator's.
     */
    boolean isAppsOwn(LinkTarget target) {
        return !target.domain().equals(shared.name()) || installation.isOperators(target.workspaceId());
    }

    /**
     * Returns whether the destination of the link is open to all: a visitor who has its password says so to the link
     * itself, not here.
     */
    boolean isOpen(LinkTarget target) {
        LinkRules rules = target.rules();
        return rules.password() == null && !rules.disabled() && !rules.expired(clock.instant());
    }
}
