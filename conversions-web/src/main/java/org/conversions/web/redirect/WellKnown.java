package org.conversions.web.redirect;

import java.util.Optional;
import org.conversions.link.directory.LinkDomain;

/** The files in which a domain names the apps that open its links on phones. */
final class WellKnown {

    private WellKnown() {
    }

    /** @return the JSON that the domain has for this path; empty when it has none */
    static Optional<String> file(String path, LinkDomain domain) {
        return switch (path) {
            case "/.well-known/assetlinks.json" -> Optional.ofNullable(domain.assetLinks());
            case "/.well-known/apple-app-site-association" -> Optional.ofNullable(domain.appleAppSiteAssociation());
            default -> Optional.empty();
        };
    }
}
