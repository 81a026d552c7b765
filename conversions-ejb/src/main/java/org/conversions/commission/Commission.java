package org.conversions.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.hibernate.annotations.DynamicUpdate;

/** A row of commission. What is left of it are the sums of its entries, which are written together with them. */
@Entity
@DynamicUpdate
@Table(name = "commission")
class Commission {

    static final String SALE = "sale";
    static final String LEAD = "lead";
    static final String CLICK = "click";
    static final String CUSTOM = "custom";

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    Mode mode;
    @Column(name = "program_id")
    String programId;
    @Column(name = "partner_id")
    PartnerId partnerId;
    /** The id of the sale, for leads of the buyer, for clicks of the link and the day: a partner earns by it once. */
    @Column(name = "commission_key")
    String commissionKey;
    @Column(name = "customer_id")
    CustomerId customerId;
    @Column(name = "link_id")
    LinkId linkId;
    @Column(name = "sale_id")
    SaleId saleId;
    @Column(name = "lead_id")
    String leadId;
    @Column(name = "invoice_id")
    String invoiceId;
    /** The terms it was made by: a row of reward. */
    @Column(name = "reward_terms")
    String rewardTerms;
    /** What the conditions and limits of these terms looked at, as JSON; null when there are none. */
    @Column(name = "reward_inputs")
    String rewardInputs;
    String type;
    CommissionStatus status;
    /** The status that the operator set, which settling leaves alone; or null. */
    @Column(name = "manual_status")
    CommissionStatus manualStatus;
    int quantity;
    /** As sold, before anything was taken back. */
    long sold;
    /** As earned, before anything was taken back. */
    long earned;
    String currency;
    /** How many entries there are. */
    int entries;
    /** The sums of its entries: what is left of the sale, what is left of the partner's part, and what of that was paid. */
    long amount;
    long earnings;
    long paid;
    /** How long it is kept back, counted from the sale or the lead: only for one that is about to be made. */
    @Transient
    int holdingDays;
    /** The name of its turn under a spend limit, see {@link Turn}: only for one that is about to be made; null for none. */
    @Transient
    String turnName;
    /** When its holding period ends: fixed when it is made. */
    @Column(name = "due_at")
    Instant dueAt;
    /** @see Payable */
    @Column(name = "payable_at")
    Instant payableAt;
    /** The batch that has it and is not done with it; or null. */
    @Column(name = "batch_id")
    String batchId;
    boolean disputed;
    /** Who else than a dispute holds it; or null. */
    @Column(name = "held_for")
    Hold heldFor;
    /** Why it is held; stays when it is released, so that the guard does not ask twice. */
    @Column(name = "hold_reason")
    String holdReason;
    /** The amount of the sale as the operator has it, or null. */
    @Column(name = "edited_sold")
    Long editedSold;
    /** The partner's part as the operator has it, or null. */
    @Column(name = "edited_earned")
    Long editedEarned;
    String description;
    /** The person who made it; null for what was earned. */
    @Column(name = "user_id")
    String userId;
    @Column(name = "occurred_at")
    Instant occurredAt;
    @Column(name = "paid_at")
    Instant paidAt;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;

    /** @return what was recorded so far */
    LedgerBalance balance(Stage stage) {
        return new LedgerBalance(entries, sold, earned, amount, earnings, disputed, heldFor, stage);
    }

    Judgement judgement() {
        return new Judgement(manualStatus, heldFor);
    }

    /** @return the amount that is earned and not paid; negative for what was paid and taken back */
    long open() {
        return earnings - paid;
    }

    /** Adds an entry, which its caller writes. */
    void add(Settlement.Missing entry) {
        entries++;
        amount += entry.amount();
        earnings += entry.earnings();
    }

    /** @return the values that change when more becomes known */
    List<Object> facts() {
        return Arrays.asList(commissionKey, customerId, linkId, saleId, leadId, invoiceId, rewardTerms, rewardInputs, status, manualStatus,
                quantity, sold, earned, occurredAt, paidAt, heldFor, disputed);
    }
}
