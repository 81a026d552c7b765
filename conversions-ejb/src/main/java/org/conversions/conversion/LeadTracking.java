package org.conversions.conversion;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.platform.Contention;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;

/** Leads that a merchant's own server or site tells: {@code POST /api/track/lead}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeadTracking {

    @Inject
    private Once once;

    /**
     * Keeps the customer, the click and, unless it is deferred, the lead. The answer is given after the commit, a
     * repeated call gets the same answer and counts nothing, and a call that is refused leaves nothing behind.
     *
     * @throws RequestRefused bad request without a click for a customer who has none; not found when the click is
     *         unknown, of another workspace, older than the attribution window or of a link that is out of service
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
        private NamedClicks clicks;
        @Inject
        private Customers customers;
        @Inject
        private Leads leads;

        public TrackedLead track(LeadRequest request) {
            NamedClicks.Named named = request.clickId() == null ? null
                    : clicks.find(request.workspaceId(), request.clickId(), known(request), NamedBy.API);
            CustomerView customer = customers.identify(new Identity(request.workspaceId(), Mode.LIVE,
                            request.externalId(), null, null, null, request.name(), request.email(), request.avatar(),
                            null, named == null ? null : named.click(), named == null ? null : named.country(), false,
                            clock.instant(), request.hearsay()))
                    .orElseThrow(() -> RequestRefused.badRequest(
                            "clickId: is required, because no click has brought this customer yet"))
                    .customer();
            CustomerClick leading = named != null ? named.click() : last(customers.clicksOf(customer.id()));
            boolean counted = !request.deferred() && leads.record(new LeadDraft(customer, leading,
                    request.eventName(), request.quantity(), clock.instant(), request.metadata())).isPresent();
            return new TrackedLead(customer, leading.clickId(), leading.linkId(), counted);
        }

        private List<CustomerClick> known(LeadRequest request) {
            return customers.byExternalId(request.workspaceId(), Mode.LIVE, request.externalId())
                    .map(customer -> customers.clicksOf(customer.id())).orElse(List.of());
        }

        private static CustomerClick last(List<CustomerClick> clicks) {
            return clicks.get(clicks.size() - 1);
        }
    }
}
