package org.conversions.partner.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.conversions.audit.AuditTrail;
import org.conversions.customer.CustomerView;
import org.conversions.lead.LeadDraft;
import org.conversions.lead.LeadSource;
import org.conversions.lead.Leads;
import org.conversions.money.Money;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.Mailer;
import org.conversions.workspace.Workspaces;

/** Carries out what the merchant says of submitted leads: makes the customer, the lead and the sale that follow, and tells the partner. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class LeadDecisions {

    private static final String QUALIFIED = "Qualified Lead";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private DealCustomers customers;
    @Inject
    private DealSales sales;
    @Inject
    private Leads leads;
    @Inject
    private Partners partners;
    @Inject
    private Programs programs;
    @Inject
    private Workspaces workspaces;
    @Inject
    private AuditTrail trail;
    @Inject
    private Mailer mailer;

    /**
     * Changes the status. A qualified lead is a lead of the partner's, by a click on the partner's first link of the time of the
     * submission; one that is won is a lead, too, and a sale. The partner earns by both as by any other.
     *
     * @throws RequestRefused not found; bad request when it has the status; unprocessable when the
     *         status cannot follow, naming the field for values that cannot be, and when the partner has no link; conflict for a
     *         partner who earns nothing, for a person who was erased, and for a customer, or a Stripe customer, whom another
     *         partner brought
     */
    public SubmittedLeadView decide(WorkspaceId workspaceId, String id, LeadDecision wanted) {
        LeadDecision decision = wanted.checked();
        SubmittedLead lead = locked(workspaceId, id);
        refuse(lead, decision.status());
        Instant now = clock.instant();
        PartnerView partner = partners.byId(workspaceId, lead.partnerId.value()).orElseThrow();
        if (decision.status().isLead()) {
            bring(lead, partner, decision, now);
        }
        SubmittedStatus before = lead.status;
        lead.stand(decision.status(), now);
        database.flush();
        record(lead, before);
        tell(lead, partner);
        return lead.view();
    }

    /**
     * Forgets the person of a lead that became no customer, and ends the deal.
     *
     * @throws RequestRefused not found; conflict for one who is a customer, who is erased as one
     */
    public void erase(WorkspaceId workspaceId, String id) {
        SubmittedLead lead = locked(workspaceId, id);
        if (lead.customerId != null) {
            throw RequestRefused.conflict("customer_exists", "The person is customer " + lead.customerId
                    + ": delete the customer, and the person is forgotten here, too.");
        }
        Instant now = clock.instant();
        if (!lead.status.isFinal()) {
            lead.stand(SubmittedStatus.UNQUALIFIED, now);
        }
        lead.erase(now);
        trail.record(workspaceId, "submitted_lead_erased", lead.id, Map.of());
    }

    private void bring(SubmittedLead lead, PartnerView partner, LeadDecision decision, Instant now) {
        if (lead.email == null) {
            throw RequestRefused.conflict("person_erased", "The person of this lead was erased.");
        }
        SubmittedLeads.refuseInactive(partner);
        LeadDecision.Won won = decision.won();
        CustomerView customer = customers.bring(lead, decision.externalId(), won == null ? null : won.stripeCustomerId(), now);
        leads.record(new LeadDraft(customer, customers.clickOf(lead), QUALIFIED, 1, now, null, LeadSource.SUBMITTED));
        if (won != null && won.saleAmount() != null) {
            String currency = won.currency() != null ? won.currency() : workspaces.get(lead.workspaceId).currency();
            sales.close(lead, customer, new Money(won.saleAmount(), currency), won.invoiceId(), now);
        }
    }

    private static void refuse(SubmittedLead lead, SubmittedStatus next) {
        if (lead.status == next) {
            throw RequestRefused.badRequest("no_change", "status: the lead is " + next.text() + " already");
        }
        if (!lead.status.allows(next)) {
            throw RequestRefused.unprocessable("transition_not_allowed", "status: a lead that is " + lead.status.text()
                    + " cannot become " + next.text());
        }
    }

    private SubmittedLead locked(WorkspaceId workspaceId, String id) {
        return database.createQuery("select l from SubmittedLead l where l.workspaceId = :workspace and l.id = :id",
                        SubmittedLead.class)
                .setParameter("workspace", workspaceId).setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(SubmittedLeads::notFound);
    }

    private void record(SubmittedLead lead, SubmittedStatus before) {
        Map<String, Object> details = new TreeMap<>(Map.of("from", before.text(), "to", lead.status.text(),
                "partnerId", lead.partnerId.value()));
        details.put("customerId", lead.customerId == null ? null : lead.customerId.value());
        details.put("saleId", lead.saleId == null ? null : lead.saleId.value());
        trail.record(lead.workspaceId, "submitted_lead_changed", lead.id, details);
    }

    private void tell(SubmittedLead lead, PartnerView partner) {
        if (partner.status().earns() && lead.email != null) {
            mailer.send(new DealMails(partner.email(), programs.get(lead.workspaceId).name(), PartnerLanguage.usualIn(partner.country()))
                    .changed(lead.name, lead.status));
        }
    }
}
