package org.conversions.web.redirect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalLong;
import org.conversions.link.directory.LinkDirectory;
import org.conversions.link.directory.LinkDomain;
import org.conversions.link.directory.LinkDomains;
import org.conversions.link.directory.LinkTarget;
import org.conversions.web.limit.NetworkLimits;

/**
 * Looks up the domain and the link at an address. A network that has asked for too many addresses that lead nowhere
 * gets what is in memory only, so that guesses cost the database nothing, and the links that others of the same network
 * click go on working.
 */
@ApplicationScoped
class LinkLookup {

    /**
     * The domain and the link at an address.
     *
     * @param target   empty when no link is
     * @param waitsFor how many seconds the visitor has to wait; empty when the other two hold
     */
    record Result(LinkDomain domain, Optional<LinkTarget> target, OptionalLong waitsFor) {

        static Result after(OptionalLong seconds) {
            return new Result(null, Optional.empty(), seconds);
        }
    }

    @Inject
    private LinkDomains domains;
    @Inject
    private LinkDirectory directory;
    @Inject
    private NetworkLimits limits;

    /** @param key empty when no link can be meant */
    Result find(HttpServletRequest request, Optional<String> key) {
        String host = request.getHeader("Host");
        boolean newHost = !domains.remembers(host);
        OptionalLong waitsFor = newHost ? limits.missing(request) : OptionalLong.empty();
        if (waitsFor.isPresent()) {
            return Result.after(waitsFor);
        }
        LinkDomain domain = domains.of(host);
        boolean newKey = key.isPresent() && !directory.remembers(domain.slug(), key.get());
        waitsFor = newKey ? limits.missing(request) : OptionalLong.empty();
        if (waitsFor.isPresent()) {
            return Result.after(waitsFor);
        }
        Optional<LinkTarget> target = key.flatMap(known -> directory.find(domain.slug(), known));
        if (newKey && target.isEmpty() || newHost && domain.workspaceId() == null) {
            limits.missed(request);
        }
        return new Result(domain, target, OptionalLong.empty());
    }
}
