package org.conversions.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.conversions.attribution.NamedClicks;
import org.conversions.customer.Credence;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identified;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.lead.LeadDraft;
import org.conversions.lead.Leads;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;

/** Leads that a merchant's own server or site reports: {@code POST /api/track/lead}. */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class LeadTracking {

    @Inject
    private Clock clock;
    @Inject
    private NamedClicks clicks;
    @Inject
    private Customers customers;
    @Inject
    private Leads leads;

    /**
     * Keeps the customer, the click and, unless it is deferred, the lead. The answer is given after the commit, a
     * repeated call gets the same answer and counts nothing, and a call that is refused leaves nothing behind. The click
     * of an unverified report brings only a customer whom none has brought yet: the lead of another goes back to an own one.
     *
     * @throws RequestRefused bad request without a click for a customer who has none; not found when the click is
     *         unknown, of another workspace, older than the attribution window or of a link that is out of service
     */
    public TrackedLead track(LeadRequest request) {
        return record(request).orElseThrow();
    }

    /**
     * Does the same for the report of a page. Without a click, there is no lead of a customer whom none has brought yet, and
     * the page does not learn that.
     *
     * @throws RequestRefused not found for a click that does not count, whatever the customer
     */
    public void trackUnverified(LeadRequest request) {
        record(request);
    }

    /** @return empty, for a page only, when no click brings a customer who has none */
    private Optional<TrackedLead> record(LeadRequest request) {
        Identity.Origin origin = request.clickId() == null ? Identity.Origin.UNKNOWN : request.credence() == Credence.UNVERIFIED
                ? clicks.find(request.workspaceId(), request.clickId(), List.of(), NamedBy.PAGE)
                : clicks.find(request.workspaceId(), request.clickId(), known(request), NamedBy.API);
        Optional<CustomerView> identified = customers.identify(new Identity(request.workspaceId(), request.mode(),
                Identity.Names.external(request.externalId()), request.details(), origin, false, clock.instant(),
                request.credence())).map(Identified::customer);
        if (identified.isEmpty() && request.credence() != Credence.UNVERIFIED) {
            throw RequestRefused.badRequest("field_missing",
                    "clickId: is required, because no click has brought this customer yet");
        }
        return identified.map(customer -> lead(request, customer, origin.click()));
    }

    private TrackedLead lead(LeadRequest request, CustomerView customer, CustomerClick named) {
        CustomerClick leading = named != null && request.credence() == Credence.FIRST_HAND ? named
                : last(customers.clicksOf(customer.id()));
        boolean counted = !request.deferred() && leads.record(new LeadDraft(customer, leading,
                request.eventName(), request.quantity(), clock.instant(), request.metadata())).isPresent();
        return new TrackedLead(customer, leading.clickId(), leading.linkId(), counted);
    }

    private List<CustomerClick> known(LeadRequest request) {
        return customers.byExternalId(request.workspaceId(), request.mode(), request.externalId())
                .map(customer -> customers.clicksOf(customer.id())).orElse(List.of());
    }

    /** @return the last click; those that only a page has named, and discount codes in the place of clicks, come after all others */
    private static CustomerClick last(List<CustomerClick> clicks) {
        return clicks.stream().filter(click -> click.namedBy() != NamedBy.PAGE && click.codeId() == null).reduce((one, later) -> later)
                .orElse(clicks.get(clicks.size() - 1));
    }
}
