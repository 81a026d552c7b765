package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.conversions.link.domain.ShortDomain;

/** Distinguishes requests of this server's own pages from those that pages of other sites make a browser send. */
@ApplicationScoped
public class OwnPages {

    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ShortDomain server;

    protected OwnPages() {
    }

    @Inject
    OwnPages(ShortDomain server) {
        this.server = server;
    }

    /** @return whether the request is addressed to the host of this server, and not to one of short links only */
    public boolean addressed(HttpServletRequest request) {
        return isServer(request.getHeader("Host"));
    }

    /**
     * Checks where a write comes from. Browsers say so by either header; a program that sends neither brings no cookie of
     * somebody else.
     */
    public boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return (site == null || OWN.contains(site))
                && (origin == null || isOwn(origin));
    }

    /** A page that came without TLS is none of a server that has it: whoever was on the way may have made it. */
    private boolean isOwn(String origin) {
        int end = origin.indexOf("://");
        return end > 0 && (origin.startsWith("https:") || !server.secure()) && isServer(origin.substring(end + 3));
    }

    /** The names of this machine are one host: whoever tries the product out opens either. */
    private boolean isServer(String host) {
        return host != null && (host.equalsIgnoreCase(server.name())
                || THIS_MACHINE.contains(withoutPort(host)) && THIS_MACHINE.contains(withoutPort(server.name()))
                && port(host).equals(port(server.name())));
    }

    private static String withoutPort(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
    }

    private static String port(String host) {
        return host.substring(withoutPort(host).length());
    }
}
