package org.conversions.click;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import org.conversions.link.LinkTarget;
import org.conversions.link.Utm;

/** Makes of a visit the click that is kept. */
@ApplicationScoped
public class VisitReader {

    private static final String DIRECT = "(direct)";
    private static final int REFERER_LENGTH_MAX = 190;
    private static final int TEXT_LENGTH_MAX = 500;

    @Inject
    private Clock clock;
    @Inject
    private UserAgentReader agents;
    @Inject
    private CountryFinder countries;
    @Inject
    private RecentClicks recent;

    /** Gets ready what takes time before the first visitor comes, and fails when the operator's file cannot be read. */
    public void prepare() {
        agents.prepare();
        countries.find(null, null);
    }

    /** Somebody opened the short link. */
    public Click read(Visit visit, LinkTarget target, Outgoing outgoing) {
        Click click = read(visit, target, outgoing.qr() ? "qr" : "link", outgoing.location(), outgoing.utm());
        recent.note(visit, target, click.id());
        return click;
    }

    /** @param url where the visitor is, without a click id. @param utm the campaign that it names */
    Click read(Visit visit, LinkTarget target, String cause, String url, Utm utm) {
        Instant now = clock.instant();
        return new Click(ClickId.next(now), target.workspaceId(), target.linkId(), now, cause,
                url, countries.find(visit.address(), visit.proxyCountry()),
                agents.read(visit.userAgent()), host(visit.refererUrl()), cut(visit.refererUrl(), TEXT_LENGTH_MAX),
                cut(visit.userAgent(), TEXT_LENGTH_MAX), IpAddress.anonymous(visit.address()), utm);
    }

    /** @return the host of the page before without its www, or (direct) when there was none */
    static String host(String refererUrl) {
        if (refererUrl == null || refererUrl.isBlank()) {
            return DIRECT;
        }
        try {
            String host = new URI(refererUrl.strip()).getHost();
            return host == null ? DIRECT : cut(host.startsWith("www.") ? host.substring(4) : host, REFERER_LENGTH_MAX);
        } catch (URISyntaxException e) {
            return DIRECT;
        }
    }

    private static String cut(String text, int lengthMax) {
        if (text == null) {
            return "";
        }
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }
}
