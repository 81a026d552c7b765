package org.conversions.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.conversions.audit.AuditTrail;
import org.conversions.money.StoredMoney;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Gives partners commissions that no sale and no lead earned. They wait for no holding period: somebody has decided already. */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class CustomCommissions {

    private static final int DESCRIPTION_MAX = 500;

    @Inject
    private Clock clock;
    @Inject
    private CommissionLedger ledger;
    @Inject
    private Partners partners;
    @Inject
    private Programs programs;
    @Inject
    private AuditTrail trail;

    /**
     * A custom commission, as it is asked for.
     *
     * @param amount      minor units of the program's currency; negative takes something back
     * @param at          when it was earned; null for now
     * @param description what it is for; null for nothing said, which a negative one must have
     */
    public record Draft(String partnerId, Long amount, Instant at, String description) {
    }

    /**
     * @param mode of the key that asks
     * @return its id
     * @throws RequestRefused not found for a partner who is not in the program; unprocessable for what cannot be
     */
    public String create(WorkspaceId workspaceId, Mode mode, Draft draft) {
        return make(workspaceId, mode, draft, 0);
    }

    /**
     * Does the same in the transaction of the caller.
     *
     * @param holdingDays how long it is not due
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String give(WorkspaceId workspaceId, Mode mode, Draft draft, int holdingDays) {
        return make(workspaceId, mode, draft, holdingDays);
    }

    private String make(WorkspaceId workspaceId, Mode mode, Draft draft, int holdingDays) {
        Instant now = clock.instant();
        check(draft, now);
        PartnerView partner = partners.byId(workspaceId, draft.partnerId()).orElseThrow(() ->
                RequestRefused.notFound("partner_not_found", "partnerId: there is no partner " + draft.partnerId()));
        String description = draft.description() == null || draft.description().isBlank() ? null : draft.description().strip();
        Commission commission = ledger.begin(workspaceId, mode, Commission.CUSTOM, partner.programId(), partner.id(),
                programs.get(workspaceId).currency());
        commission.description = description;
        commission.holdingDays = holdingDays;
        commission.userId = trail.actingPersonId();
        commission.quantity = 1;
        commission.occurredAt = draft.at() == null ? now : draft.at();
        ledger.settle(commission, row -> { }, Entitlement.of(draft.amount()), commission.occurredAt, Judgement.NONE,
                new Said(description, trail.acting()));
        Map<String, Object> details = new TreeMap<>(Map.of("partner", draft.partnerId(), "amount", draft.amount(),
                "currency", commission.currency));
        details.put("reason", description);
        trail.record(workspaceId, "commission_made", commission.id, details);
        return commission.id;
    }

    private static void check(Draft draft, Instant now) {
        if (draft.partnerId() == null) {
            throw RequestRefused.unprocessable("field_missing", "partnerId: is required");
        }
        if (draft.amount() == null) {
            throw RequestRefused.unprocessable("field_missing", "amount: is required");
        }
        if (draft.amount() == 0 || Math.abs(draft.amount()) > StoredMoney.MINOR_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    "amount: must not be 0, and at most " + StoredMoney.MINOR_MAX + " either way");
        }
        boolean described = draft.description() != null && !draft.description().isBlank();
        if (draft.amount() < 0 && !described) {
            throw RequestRefused.unprocessable("field_missing", "description: is required for what is taken back");
        }
        if (described && draft.description().length() > DESCRIPTION_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    "description: must have at most " + DESCRIPTION_MAX + " characters");
        }
        if (draft.at() != null && draft.at().isAfter(now)) {
            throw RequestRefused.unprocessable("field_out_of_range", "date: must not be later than now");
        }
    }
}
