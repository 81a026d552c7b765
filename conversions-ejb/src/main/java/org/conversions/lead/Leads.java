package org.conversions.lead;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conversions.attribution.Attribution;
import org.conversions.attribution.Touch;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerClicked;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.CustomersMerged;
import org.conversions.platform.Ids;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Workspaces;

/**
 * Keeps leads: one for each buyer and event name, and one for each free trial, however often and in whatever order they
 * are reported. Of two callers at once one fails at the unique key and is to be run again.
 */
@Stateless
public class Leads {

    private static final String TRIAL_EVENT_NAME = "Started Trial";
    /** Sources of the lead that a buyer is by being brought by a purchase. */
    private static final Set<LeadSource> SIGN_UPS =
            EnumSet.of(LeadSource.PAYMENT_LINK, LeadSource.STRIPE_CUSTOMER, LeadSource.DIRECT_SALE, LeadSource.DISCOUNT_CODE);

    @Inject
    private Clock clock;
    @Inject
    private LeadRows rows;
    @Inject
    private Customers customers;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Event<LeadRecorded> recorded;
    @Inject
    private Event<LeadCorrected> corrected;

    /** Keeps a lead that was reported. @return its id, or empty when the buyer has one of that name */
    public Optional<String> record(LeadDraft draft) {
        if (rows.find(draft.customer().id(), draft.eventName()).isPresent()) {
            return Optional.empty();
        }
        Lead lead = lead(draft.customer(), draft.eventName(), draft.eventName(), draft.source(), draft.occurredAt());
        lead.goBackTo(draft.click().clickId(), draft.click().linkId(), draft.click().codeId());
        lead.quantity = draft.quantity();
        lead.metadata = draft.metadata();
        return Optional.of(keep(lead));
    }

    /** Keeps the lead that a new buyer is whose click Stripe named. */
    public void signUp(CustomerView customer) {
        signUp(customer, SignUp.EVENT_NAME);
    }

    /** Keeps the lead that a new buyer is whose click a purchase named. @param eventName null for the usual one */
    public void signUp(CustomerView customer, String eventName) {
        String name = eventName == null ? SignUp.EVENT_NAME : eventName;
        SignUp signUp = signUp(customer.workspaceId(), customers.clicksOf(customer.id()));
        Lead lead = lead(customer, name, name, signUp.source(), signUp.click().namedAt());
        apply(lead, signUp);
        keep(lead);
    }

    /**
     * Keeps the free trial of a subscription: one lead, for the most seats that were reported while it was a trial.
     *
     * @param startedAt chooses the click
     * @return false when the buyer's clicks were all made after that: none has brought the trial, and it is no lead
     */
    public boolean trial(CustomerView customer, String subscriptionId, int quantity, Instant startedAt) {
        String key = TRIAL_EVENT_NAME + '/' + subscriptionId;
        Optional<Lead> known = rows.find(customer.id(), key);
        if (known.isPresent()) {
            Lead lead = known.get();
            if (quantity > lead.quantity) {
                rows.lock(lead);
            }
            if (quantity > lead.quantity) {
                LeadView before = lead.view();
                lead.quantity = quantity;
                corrected(lead, before);
            }
            return true;
        }
        Optional<Touch> touch = touch(customer.workspaceId(), customers.clicksOf(customer.id()), startedAt);
        touch.ifPresent(click -> {
            Lead lead = lead(customer, key, TRIAL_EVENT_NAME, LeadSource.TRIAL, startedAt);
            lead.goBackTo(click.clickId(), click.linkId(), click.codeId());
            lead.quantity = quantity;
            keep(lead);
        });
        return touch.isPresent();
    }

    /** @return the buyer's leads, the earliest first */
    public List<LeadView> of(CustomerId customerId) {
        return rows.newest(customerId).stream().map(Lead::view).toList();
    }

    /** @return what was said with a lead of the workspace, as JSON; null for nothing */
    public String metadata(WorkspaceId workspaceId, String leadId) {
        Lead lead = rows.byId(leadId);
        return lead == null || !lead.workspaceId.equals(workspaceId) ? null : lead.metadata;
    }

    /** Attributes the buyer's leads anew: another click may be the one that they go back to. */
    public void reattribute(@Observes CustomerClicked event) {
        reattribute(event.customerId());
    }

    /**
     * Gives the trials of the buyer with the placeholder to the known one, and drops the other leads. One who was known by
     * name only keeps the sign-up, too.
     */
    public void move(@Observes CustomersMerged event) {
        for (Lead lead : rows.of(event.from())) {
            LeadView before = lead.view();
            if ((event.brought() || lead.source == LeadSource.TRIAL) && rows.find(event.into().id(), lead.leadKey).isEmpty()) {
                rows.move(lead, event.into().id());
                corrected(lead, before);
            } else {
                rows.move(lead, null);
                corrected.fire(new LeadCorrected(before, null));
            }
        }
        reattribute(event.into().id());
    }

    private void reattribute(CustomerId customerId) {
        List<Lead> leads = rows.of(customerId);
        if (leads.isEmpty()) {
            return; // there is nothing to correct
        }
        List<CustomerClick> clicks = customers.clicksOf(customerId);
        for (Lead lead : leads) {
            LeadView before = lead.view();
            if (SIGN_UPS.contains(lead.source)) {
                apply(lead, signUp(lead.workspaceId, clicks));
            } else if (lead.source == LeadSource.TRIAL) {
                touch(lead.workspaceId, clicks, lead.occurredAt).ifPresent(touch ->
                        lead.goBackTo(touch.clickId(), touch.linkId(), touch.codeId()));
            }
            if (!lead.view().equals(before)) {
                corrected(lead, before);
            }
        }
    }

    private static void apply(Lead lead, SignUp signUp) {
        lead.goBackTo(signUp.click().clickId(), signUp.click().linkId(), signUp.click().codeId());
        lead.occurredAt = signUp.click().namedAt();
        lead.source = signUp.source();
        lead.rewardable = signUp.rewardable();
    }

    /** @return a new lead, which counts for one and may be rewarded */
    private Lead lead(CustomerView customer, String key, String eventName, LeadSource source, Instant occurredAt) {
        Lead lead = new Lead();
        lead.id = Ids.next("lead", clock);
        lead.workspaceId = customer.workspaceId();
        lead.mode = customer.mode();
        lead.customerId = customer.id();
        lead.leadKey = key;
        lead.eventName = eventName;
        lead.source = source;
        lead.quantity = 1;
        lead.rewardable = true;
        lead.occurredAt = occurredAt;
        return lead;
    }

    private String keep(Lead lead) {
        rows.add(lead);
        recorded.fire(new LeadRecorded(lead.view()));
        return lead.id;
    }

    private void corrected(Lead lead, LeadView before) {
        corrected.fire(new LeadCorrected(before, lead.view()));
    }

    private SignUp signUp(WorkspaceId workspaceId, List<CustomerClick> clicks) {
        return SignUp.of(clicks, workspaces.get(workspaceId)::decidingAt);
    }

    private Optional<Touch> touch(WorkspaceId workspaceId, List<CustomerClick> clicks, Instant at) {
        return Attribution.of(workspaces.get(workspaceId).decidingAt(at).attributionModel(),
                        clicks.stream().map(Touch::of).toList(), new Attribution.Own(null, null), at)
                .map(Attribution::touch);
    }
}
