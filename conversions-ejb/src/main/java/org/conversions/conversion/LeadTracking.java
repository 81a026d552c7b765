package org.conversions.conversion;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.conversions.click.ClickOrigin;
import org.conversions.click.Clicks;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identified;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.platform.Contention;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/** Leads that a merchant's own server tells: {@code POST /api/track/lead}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeadTracking {

    @Inject
    private Once once;

    /**
     * Keeps the customer, the click and, unless it is deferred, the lead. The answer is given after the commit, and a
     * repeated call gets the same answer and counts nothing.
     *
     * @throws RequestRefused bad request without a click for a customer who has none; not found when the click is
     *         unknown, of another workspace or older than the attribution window
     */
    public TrackedLead track(LeadRequest request) {
        return Contention.retried(() -> once.track(request));
    }

    /** One try, in a transaction of its own. */
    @Stateless
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public static class Once {

        @Inject
        private Clock clock;
        @Inject
        private Clicks clicks;
        @Inject
        private Customers customers;
        @Inject
        private Leads leads;
        @Inject
        private Workspaces workspaces;

        public TrackedLead track(LeadRequest request) {
            CustomerClick click = request.clickId() == null ? null : click(request);
            Identified identified = customers.identify(new Identity(request.workspaceId(), Mode.LIVE,
                            request.externalId(), null, null, null, request.name(), request.email(), request.avatar(),
                            null, click, null, false, clock.instant(), false))
                    .orElseThrow(() -> RequestRefused.badRequest(
                            "clickId: is required, because no click has brought this customer yet"));
            CustomerView customer = identified.customer();
            CustomerClick leading = click != null ? click : last(customers.clicksOf(customer.id()));
            boolean counted = !request.deferred() && leads.record(new LeadDraft(customer, leading,
                    request.eventName(), request.quantity(), clock.instant(), request.metadata())).isPresent();
            return new TrackedLead(customer, leading.clickId(), leading.linkId(), counted);
        }

        private CustomerClick click(LeadRequest request) {
            ClickOrigin click = clicks.find(request.clickId())
                    .filter(found -> found.workspaceId().equals(request.workspaceId()))
                    .orElseThrow(() -> RequestRefused.notFound("clickId: there is no click " + request.clickId()));
            int windowDays = workspaces.get(request.workspaceId()).attributionWindowDays();
            if (!Attribution.withinWindow(click.clickedAt(), clock.instant(), windowDays)) {
                throw RequestRefused.notFound("clickId: the click is older than the attribution window of "
                        + windowDays + " days");
            }
            return new CustomerClick(click.clickId(), click.linkId(), click.clickedAt(), clock.instant(), NamedBy.API);
        }

        private static CustomerClick last(List<CustomerClick> clicks) {
            return clicks.get(clicks.size() - 1);
        }
    }
}
