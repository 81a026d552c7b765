package org.conversions.click.recorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.conversions.address.Host;
import org.conversions.address.IpAddress;
import org.conversions.address.Utm;
import org.conversions.click.Click;
import org.conversions.click.ClickTrigger;
import org.conversions.click.redirect.Outgoing;
import org.conversions.click.visit.BotFilter;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.PlaceFinder;
import org.conversions.click.visit.Uncounted;
import org.conversions.click.visit.UserAgent;
import org.conversions.click.visit.UserAgentReader;
import org.conversions.click.visit.Visit;
import org.conversions.click.visit.VisitDetails;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.TextColumn;
import org.conversions.platform.id.ClickId;

/** Makes the click that is kept of a visit. */
@ApplicationScoped
public class VisitReader {

    private static final int TEXT_LENGTH_MAX = 500;
    private static final Visit UNSEEN = new Visit("GET", null, null, null, null, Place.UNKNOWN);

    @Inject
    private Clock clock;
    @Inject
    private UserAgentReader agents;
    @Inject
    private PlaceFinder places;
    @Inject
    private RecentClicks recent;

    /** Gets ready what takes time before the first visitor comes, and fails when the operator's file cannot be read. */
    public void prepare() {
        agents.prepare();
        places.find(null, Place.UNKNOWN);
    }

    /** @return the click of a visitor of the short link who is counted */
    public Click read(Visit visit, LinkTarget target, Outgoing outgoing) {
        Click click = read(visit, target, trigger(outgoing), outgoing.location(), outgoing.utm());
        recent.note(visit, target, click.id());
        return click;
    }

    /** @param url the visitor's address, without a click id @param utm the campaign that it names */
    Click read(Visit visit, LinkTarget target, ClickTrigger trigger, String url, Utm utm) {
        return of(visit, target, trigger, url, utm, agents.read(visit.userAgent()), null);
    }

    /** @return the row that is kept of a visit that does not count */
    public Click uncounted(Visit visit, LinkTarget target, Outgoing outgoing, Uncounted why) {
        // Of a visitor who asks not to be tracked only the fact of the visit is kept.
        boolean unseen = why == Uncounted.NO_TRACK;
        Outgoing kept = unseen ? Outgoing.of(target, target.url(), null) : outgoing;
        return of(unseen ? UNSEEN : visit, target, trigger(kept), kept.location(), kept.utm(), UserAgent.UNKNOWN, why);
    }

    /** @return the reason why the visit is no click; empty when a person has clicked */
    public Optional<Uncounted> uncounted(Visit visit) {
        return BotFilter.uncounted(visit, agents.isProgram(visit.userAgent()));
    }

    /** @return the device and the programs of a browser that names itself so; null for one that does not */
    public UserAgent agent(String userAgent) {
        return agents.read(userAgent);
    }

    /** @return the place of the visitor */
    public Place place(Visit visit) {
        return places.find(visit.address(), visit.proxyPlace());
    }

    private Click of(Visit visit, LinkTarget target, ClickTrigger trigger, String url, Utm utm, UserAgent agent,
                     Uncounted uncounted) {
        Instant now = clock.instant();
        return new Click(ClickId.next(now), target.workspaceId(), target.linkId(), now, trigger, url,
                new VisitDetails(place(visit), agent, host(visit.refererUrl()), cut(visit.refererUrl(), TEXT_LENGTH_MAX),
                        cut(visit.userAgent(), TEXT_LENGTH_MAX), IpAddress.anonymous(visit.address())), utm, uncounted);
    }

    private static ClickTrigger trigger(Outgoing outgoing) {
        return outgoing.qr() ? ClickTrigger.QR : ClickTrigger.LINK;
    }

    /** @return the host of the page before without its www, or (direct) when there was none */
    static String host(String refererUrl) {
        return Host.of(refererUrl).map(host -> cut(Host.bare(host), TextColumn.LENGTH_MAX)).orElse(VisitDetails.DIRECT);
    }

    private static String cut(String text, int lengthMax) {
        return text == null ? "" : TextColumn.cut(text, lengthMax);
    }
}
