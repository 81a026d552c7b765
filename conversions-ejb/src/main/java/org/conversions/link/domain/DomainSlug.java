package org.conversions.link.domain;

import java.util.regex.Pattern;
import org.conversions.address.Host;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/** The rules for hosts that can be a domain of a workspace. */
final class DomainSlug {

    static final int LENGTH_MAX = TextColumn.LENGTH_MAX;

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    /** The last label is no number: an address of digits is no domain. */
    private static final Pattern HOST =
            Pattern.compile("(?:" + LABEL + "\\.)+(?=[a-z0-9-]*[a-z])" + LABEL);

    private DomainSlug() {
    }

    /**
     * @param ownDomain the server's own domain, which all workspaces share
     * @return the host in small letters, letters of other scripts in their ASCII form
     * @throws RequestRefused unprocessable
     */
    static String checked(String slug, String ownDomain) {
        if (slug == null || slug.isBlank()) {
            throw refused("field_missing", "is required");
        }
        String host;
        try {
            host = Host.ascii(slug.strip());
        } catch (IllegalArgumentException e) {
            throw refused("field_malformed", "must be a host such as go.example.com");
        }
        if (host.length() > LENGTH_MAX || !HOST.matcher(host).matches()) {
            throw refused("field_malformed", "must be a host such as go.example.com, of at most " + LENGTH_MAX + " characters");
        }
        if (!host.equals(Host.bare(host))) {
            throw refused("field_malformed", "must not begin with www., which is understood beside every domain");
        }
        if (host.equals(Host.bare(Host.withoutPort(ownDomain)))) {
            throw refused("slug_reserved", "is this server's own domain, which every workspace may use");
        }
        return host;
    }

    private static RequestRefused refused(String reason, String rule) {
        return RequestRefused.unprocessable(reason, "slug: " + rule);
    }
}
