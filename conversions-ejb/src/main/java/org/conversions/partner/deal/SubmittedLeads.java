package org.conversions.partner.deal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conversions.audit.AuditTrail;
import org.conversions.customer.CustomerErased;
import org.conversions.customer.CustomersMerged;
import org.conversions.partner.PartnerBanned;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.partner.application.ApplicationForm;
import org.conversions.platform.Ids;
import org.conversions.platform.Json;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;
import org.conversions.workspace.Mode;

/** Takes leads that partners submit, and finds them. What becomes of one is decided by {@link LeadDecisions}. */
@Stateless
public class SubmittedLeads {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Programs programs;
    @Inject
    private Partners partners;
    @Inject
    private AuditTrail trail;

    /** @return what the program asks of a lead */
    public ApplicationForm form(WorkspaceId workspaceId) {
        LeadForm form = database.find(LeadForm.class, programs.defaultOf(workspaceId));
        return form == null ? ApplicationForm.EMPTY : ApplicationForm.read(Json.read(form.form));
    }

    /** Asks something else of leads from now on. @throws RequestRefused unprocessable for requirements, which leads have none */
    public ApplicationForm ask(WorkspaceId workspaceId, ApplicationForm wanted) {
        if (!wanted.requirements().isEmpty()) {
            throw RequestRefused.unprocessable("field_not_allowed", "requirements: are for applicants only");
        }
        String programId = programs.lockedDefaultOf(workspaceId);
        LeadForm form = database.find(LeadForm.class, programId);
        if (form == null) {
            form = new LeadForm();
            form.programId = programId;
            form.workspaceId = workspaceId;
            form.form = wanted.json().toString();
            database.persist(form);
        }
        form.form = wanted.json().toString();
        return wanted;
    }

    /**
     * Takes a lead of a partner's. Whoever is submitted is claimed until the deal is lost: nobody else may submit the same person.
     * Whether the person is a customer already is not said here, as a partner must not learn it; see {@link LeadDecisions#decide}.
     *
     * @throws RequestRefused not found for a partner that is none of the program's; conflict for one who earns nothing, and for a
     *                        person who was submitted; unprocessable, naming the field
     */
    public SubmittedLeadView submit(WorkspaceId workspaceId, Mode mode, String partnerId, SubmittedLeadDraft wanted) {
        PartnerView partner = partner(workspaceId, partnerId);
        refuseInactive(partner);
        SubmittedLeadDraft draft = wanted.checked();
        List<ApplicationForm.Answer> answers = form(workspaceId).answers(draft.formData());
        claimed(workspaceId, partner.programId(), mode, draft.emailKey()).ifPresent(other -> {
            throw RequestRefused.conflict("lead_exists", "email: "
                    + (other.partnerId.equals(partner.id()) ? "was submitted by this partner already, as " + other.id
                    : "was submitted by another partner already"));
        });
        SubmittedLead lead = new SubmittedLead();
        lead.id = Ids.next("slead", clock);
        lead.workspaceId = workspaceId;
        lead.programId = partner.programId();
        lead.partnerId = partner.id();
        lead.mode = mode;
        lead.status = SubmittedStatus.PENDING;
        lead.name = draft.name();
        lead.email = draft.email();
        lead.company = draft.company();
        lead.answers = Json.write(answers);
        lead.claimedEmail = draft.emailKey();
        lead.createdAt = clock.instant();
        lead.updatedAt = lead.createdAt;
        database.persist(lead);
        database.flush();
        trail.record(workspaceId, "lead_submitted", lead.id, Map.of("partnerId", partner.id().value()));
        return lead.view();
    }

    /** @throws RequestRefused conflict for a partner who earns nothing */
    static void refuseInactive(PartnerView partner) {
        if (!partner.status().earns()) {
            throw RequestRefused.conflict("partner_not_active", "partnerId: partner " + partner.id() + " is " + partner.status().text()
                    + ", and earns nothing by leads");
        }
    }

    /**
     * @param partnerId null for all
     * @param status    null for all
     * @param search    a part of name, email or company, in any case; null for all
     * @return the newest first
     */
    public List<SubmittedLeadView> list(WorkspaceId workspaceId, Mode mode, String partnerId, SubmittedStatus status, String search,
                                        Page page) {
        Cursor cursor = Cursor.of(page, false);
        Conditions conditions = new Conditions("l.workspaceId = :workspace", workspaceId)
                .and("l.mode = :mode", "mode", mode)
                .and("l.partnerId = :partner", "partner", PartnerId.of(partnerId))
                .and("l.status = :status", "status", status)
                .andContains("(lower(l.name) like :search escape '!' or lower(l.email) like :search escape '!'"
                        + " or lower(l.company) like :search escape '!')", "search", search)
                .and("l.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        return cursor.inOrder(conditions.bind(database.createQuery("select l from SubmittedLead l" + conditions.text()
                        + " order by " + cursor.order("l.workspaceId", "l.mode", "l.id"), SubmittedLead.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(SubmittedLead::view).toList());
    }

    /** @throws RequestRefused not found */
    public SubmittedLeadView get(WorkspaceId workspaceId, String id) {
        return database.createQuery("select l from SubmittedLead l where l.workspaceId = :workspace and l.id = :id",
                        SubmittedLead.class)
                .setParameter("workspace", workspaceId).setParameter("id", id)
                .getResultStream().findFirst().orElseThrow(SubmittedLeads::notFound).view();
    }

    /** @return the answer for a lead that the workspace has not */
    public static RequestRefused notFound() {
        return RequestRefused.notFound("lead_not_found", "The submitted lead was not found.");
    }

    /** Ends the deals of a partner who is thrown out: others may submit these people then. */
    public void end(@Observes PartnerBanned event) {
        database.createQuery("select l from SubmittedLead l where l.workspaceId = :workspace and l.partnerId = :partner"
                        + " and l.status in :open", SubmittedLead.class)
                .setParameter("workspace", event.workspaceId()).setParameter("partner", event.partnerId())
                .setParameter("open", List.of(SubmittedStatus.values()).stream().filter(status -> !status.isFinal()).toList())
                .getResultList().forEach(lead -> lead.stand(SubmittedStatus.UNQUALIFIED, event.at()));
    }

    /** Forgets an erased customer, by whichever name, in all leads that partners submitted. */
    public void erase(@Observes CustomerErased event) {
        database.createQuery("select l from SubmittedLead l where l.workspaceId = :workspace and l.mode = :mode"
                        + " and (l.customerId = :customer or lower(l.email) in :names)", SubmittedLead.class)
                .setParameter("workspace", event.workspaceId()).setParameter("mode", event.mode())
                .setParameter("customer", event.customerId()).setParameter("names", event.names().isEmpty() ? List.of("")
                        : event.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()))
                .getResultList().forEach(lead -> lead.erase(event.at()));
    }

    public void move(@Observes CustomersMerged event) {
        database.createQuery("update SubmittedLead l set l.customerId = :into where l.workspaceId = :workspace and l.customerId = :from")
                .setParameter("into", event.into().id()).setParameter("workspace", event.into().workspaceId())
                .setParameter("from", event.from()).executeUpdate();
    }

    private PartnerView partner(WorkspaceId workspaceId, String partnerId) {
        if (partnerId == null || partnerId.isBlank()) {
            throw RequestRefused.unprocessable("field_missing", "partnerId: is required");
        }
        return partners.byId(workspaceId, partnerId)
                .filter(partner -> partner.programId().equals(programs.defaultOf(workspaceId)))
                .orElseThrow(() -> RequestRefused.notFound("partner_not_found", "partnerId: there is no partner " + partnerId));
    }

    private Optional<SubmittedLead> claimed(WorkspaceId workspaceId, String programId, Mode mode, String email) {
        return database.createQuery("select l from SubmittedLead l where l.workspaceId = :workspace and l.programId = :program"
                        + " and l.mode = :mode and l.claimedEmail = :email", SubmittedLead.class)
                .setParameter("workspace", workspaceId).setParameter("program", programId).setParameter("mode", mode)
                .setParameter("email", email).getResultStream().findFirst();
    }
}
