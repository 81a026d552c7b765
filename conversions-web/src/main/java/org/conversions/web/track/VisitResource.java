package org.conversions.web.track;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.conversions.click.ClickTrigger;
import org.conversions.click.recorder.RecentClicks;
import org.conversions.click.recorder.ReportedVisits;
import org.conversions.click.visit.BotFilter;
import org.conversions.click.visit.Visit;
import org.conversions.link.directory.LinkDirectory;
import org.conversions.link.directory.LinkTarget;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.ClickId;
import org.conversions.reward.discount.Discounts;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.write.AnswersWhenDurable;
import org.conversions.web.redirect.VisitRequest;
import org.conversions.web.security.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Takes visits from pages and apps that no short link led to. They bring no key. A program is refused rather than given
 * an id that nobody was counted for: a script that sees an error leaves its cookie alone.
 */
@Path("track")
@RequestScoped
@BodyMax(64 * 1024)
@AnswersWhenDurable
@Public
@SecurityRequirements
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tracking")
public class VisitResource {

    @Inject
    private LinkAddresses addresses;
    @Inject
    private LinkDirectory directory;
    @Inject
    private ReportedVisits reported;
    @Inject
    private RecentClicks recent;
    @Inject
    private Partners partners;
    @Inject
    private Discounts discounts;
    @Inject
    private AllowedSites sites;
    @Inject
    private VisitRequest visits;

    @POST
    @Path("click")
    @Operation(summary = "Track a click from a page whose address names a link")
    @APIResponseSchema(ClickAnswer.class)
    @APIResponse(responseCode = "403", ref = "Forbidden")
    public ClickAnswer click(ClickTrackRequest body, @Context HttpServletRequest request,
                             @Context HttpHeaders headers) {
        ClickTrackRequest checked = body.checked();
        LinkTarget target = addresses.find(checked.domain(), checked.key());
        ClickId clickId = count(request, headers, target, ClickTrigger.LINK, checked.url(), checked.referrer(),
                checked.clickId());
        PartnerView partner = target.partnerId() == null ? null
                : partners.byId(target.workspaceId(), target.partnerId().value()).orElse(null);
        return ClickAnswer.of(clickId.value(), partner, partner == null ? null
                : discounts.ofGroup(target.workspaceId(), partner.groupId()).orElse(null));
    }

    @POST
    @Path("visit")
    @Operation(summary = "Track a visit of a page that is at the address of a link")
    @APIResponseSchema(VisitAnswer.class)
    @APIResponse(responseCode = "403", ref = "Forbidden")
    public VisitAnswer visit(VisitTrackRequest body, @Context HttpServletRequest request,
                             @Context HttpHeaders headers) {
        VisitTrackRequest checked = body.checked();
        LinkTarget target = addresses.findPage(checked.domain(), checked.url());
        return new VisitAnswer(count(request, headers, target, ClickTrigger.PAGE_VIEW, checked.url(), checked.referrer(),
                checked.clickId()).value());
    }

    @POST
    @Path("open")
    @Operation(summary = "Track that an app was opened, by a link or after a click on one",
            description = "Which click came before is told for links on a domain of the workspace. On the server's own"
                    + " domain, which all workspaces share, it is told for links of the workspace that the server was set"
                    + " up with.")
    public OpenAnswer open(OpenTrackRequest body, @Context HttpServletRequest request,
                           @Context HttpHeaders headers) {
        OpenTrackRequest checked = body.checked();
        // An app is no browser, and what it calls itself says nothing about who uses it.
        Visit visit = asVisitor(visits.of(request), null);
        if (checked.deepLink() != null) {
            LinkTarget target = addresses.findPage(WebAddress.of("deepLink", checked.deepLink()).authority(),
                    checked.deepLink());
            if (request.getHeader("Origin") != null) {
                // A page that says it is an app is a page.
                sites.check(target.workspaceId(), headers);
            }
            return OpenAnswer.of(reported.count(visit, target, ClickTrigger.DEEP_LINK, null, null), target);
        }
        Optional<RecentClicks.DomainClick> seen =
                addresses.slug(checked.dubDomain()).flatMap(domain -> recent.onDomain(domain, visit));
        return seen.flatMap(click -> directory.find(click.domain(), click.key())
                        .filter(target -> target.linkId().equals(click.linkId()) && addresses.isOpen(target)
                                && addresses.isAppsOwn(target))
                        .map(target -> OpenAnswer.of(click.clickId(), target)))
                .orElse(OpenAnswer.NOTHING);
    }

    private ClickId count(HttpServletRequest request, HttpHeaders headers, LinkTarget target, ClickTrigger trigger, String url,
                         String referrer, String claimed) {
        sites.check(target.workspaceId(), headers);
        Visit visit = asVisitor(visits.of(request), referrer);
        if (!BotFilter.isPerson(visit)) {
            throw RequestRefused.forbidden("bot_not_counted", "Programs are not counted as visitors.");
        }
        return reported.count(visit, target, trigger, url, claimed);
    }

    /** Makes the visit of one who opened the page and came from the page before. */
    private static Visit asVisitor(Visit call, String referrer) {
        return new Visit("GET", call.userAgent(), call.purpose(), referrer, call.address(), call.proxyPlace());
    }
}
