package org.conversions.partner.deal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conversions.money.StoredMoney;
import org.conversions.partner.application.ApplicationForm;
import org.conversions.platform.Json;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** A row of submitted_lead. */
@Entity
@Table(name = "submitted_lead")
class SubmittedLead {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "program_id")
    String programId;
    @Column(name = "partner_id")
    PartnerId partnerId;
    Mode mode;
    SubmittedStatus status;
    /** Null once the person was erased, and so are email, company and answers. */
    String name;
    String email;
    String company;
    /** JSON. */
    String answers;
    /** The email in small letters while nobody else may submit the person, else null: a program has one such. */
    @Column(name = "claimed_email")
    String claimedEmail;
    @Column(name = "customer_id")
    CustomerId customerId;
    /** The click that the customer goes back to. */
    @Column(name = "click_id")
    ClickId clickId;
    @Column(name = "sale_id")
    SaleId saleId;
    @Column(name = "sale_amount")
    Long saleAmount;
    @Column(name = "sale_currency")
    String saleCurrency;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;

    void stand(SubmittedStatus next, Instant now) {
        status = next;
        claimedEmail = next.claimsPerson() ? claimedEmail : null;
        updatedAt = now;
    }

    /** Forgets the person. What was earned stays. */
    void erase(Instant now) {
        name = null;
        email = null;
        company = null;
        answers = null;
        claimedEmail = null;
        updatedAt = now;
    }

    SubmittedLeadView view() {
        return new SubmittedLeadView(id, partnerId, mode, status, email == null ? null
                : new SubmittedLeadView.Person(name, email, company, given()), customerId, saleId == null ? null
                : new SubmittedLeadView.ClosedSale(saleId, StoredMoney.of(id, saleAmount, saleCurrency)), createdAt, updatedAt);
    }

    private List<ApplicationForm.Answer> given() {
        List<ApplicationForm.Answer> given = new ArrayList<>();
        Json.read(answers).forEach(answer -> given.add(new ApplicationForm.Answer(answer.path("label").asText(),
                answer.path("value").asText(null))));
        return given;
    }
}
