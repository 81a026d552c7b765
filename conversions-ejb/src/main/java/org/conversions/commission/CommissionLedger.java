package org.conversions.commission;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.conversions.money.Money;
import org.conversions.platform.Ids;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.Credit;
import org.conversions.workspace.Mode;

/** Writes commissions and their entries, inside the transaction of the caller. */
@Dependent
class CommissionLedger {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private TransactionMemory memory;
    @Inject
    private Event<CommissionEarned> earned;
    @Inject
    private Event<CommissionTakenBack> takenBack;
    @Inject
    private Event<CommissionHeld> held;
    @Inject
    private Event<CommissionBooked> booked;
    @Inject
    private CommissionPayouts payouts;
    @Inject
    private PayoutParts parts;
    @Inject
    private SpentRewards spent;

    /**
     * @param key a sale's id, or a buyer's
     * @return the commissions of all partners for it, kept from others until the commit
     */
    List<Commission> locked(WorkspaceId workspaceId, String key) {
        List<Commission> commissions = known(workspaceId).get(key, keys -> read(workspaceId, keys));
        return commissions == null ? List.of() : List.copyOf(commissions);
    }

    private Map<String, List<Commission>> read(WorkspaceId workspaceId, List<String> keys) {
        Map<String, List<Commission>> commissions = database.createQuery("select c from Commission c where c.commissionKey in :keys"
                        + " and c.workspaceId = :workspace order by c.id", Commission.class)
                .setParameter("keys", keys).setParameter("workspace", workspaceId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream()
                .collect(Collectors.groupingBy(commission -> commission.commissionKey, Collectors.toCollection(ArrayList::new)));
        keys.forEach(key -> commissions.computeIfAbsent(key, none -> new ArrayList<>()));
        return commissions;
    }

    /** Says that commissions may be asked for soon: they are read and locked together then. */
    void announce(WorkspaceId workspaceId, Collection<String> keys) {
        known(workspaceId).announce(keys);
    }

    /** Knows that there are no commissions for what the transaction has just made. */
    void begin(WorkspaceId workspaceId, String key) {
        known(workspaceId).put(key, new ArrayList<>());
    }

    /** Has commissions read again that got another key. */
    void moved(WorkspaceId workspaceId) {
        known(workspaceId).forget();
        spent.moved(workspaceId);
    }

    /** The commissions that the transaction has locked or made, by their keys. */
    private KnownRows<String, List<Commission>> known(WorkspaceId workspaceId) {
        return memory.of(Commission.class, workspaceId);
    }

    /** @return a new commission, not kept until it is settled: two that are made at once meet at a unique key */
    Commission begin(WorkspaceId workspaceId, Mode mode, String type, String key, Credit credit, String currency) {
        Commission commission = begin(workspaceId, mode, type, credit.programId(), credit.partnerId(), currency);
        commission.commissionKey = key;
        commission.holdingDays = credit.holdingDays();
        return commission;
    }

    /** @return the same of no sale and no lead: its key is its own id */
    Commission begin(WorkspaceId workspaceId, Mode mode, String type, String programId, PartnerId partnerId, String currency) {
        Commission commission = new Commission();
        commission.id = Ids.next("cm", clock);
        commission.workspaceId = workspaceId;
        commission.mode = mode;
        commission.programId = programId;
        commission.partnerId = partnerId;
        commission.commissionKey = commission.id;
        commission.type = type;
        commission.currency = currency;
        commission.createdAt = clock.instant();
        return commission;
    }

    /**
     * Brings a commission to what it should come to. Settled again, it changes nothing.
     *
     * @param commission new, or locked
     * @param follow     sets what it is about
     * @param at         when that happened which makes entries missing
     */
    void settle(Commission commission, Consumer<Commission> follow, Entitlement due, Instant at) {
        settle(commission, follow, due, at, commission.judgement(), Said.NOTHING);
    }

    /**
     * Does the same, and changes what others than the sale say of it.
     *
     * @param said what is written to the entries
     */
    void settle(Commission commission, Consumer<Commission> follow, Entitlement due, Instant at, Judgement judgement, Said said) {
        boolean isNew = commission.status == null;
        CommissionStatus before = commission.status;
        List<Object> factsBefore = commission.facts();
        LinkId linkBefore = commission.linkId;
        Instant occurredBefore = commission.occurredAt;
        Optional<CommissionPayouts.OpenPayout> payout = Optional.ofNullable(commission.batchId)
                .map(batch -> payouts.locked(commission.workspaceId, batch, commission.partnerId));
        LedgerBalance balance = isNew ? LedgerBalance.NEW : commission.balance(stage(commission, payout));
        Settlement settlement = Settlement.of(balance, judgement, due.edited(commission.editedSold, commission.editedEarned));
        follow.accept(commission);
        if (isNew) {
            commission.dueAt = commission.occurredAt.plus(Duration.ofDays(commission.holdingDays));
        } else {
            StatusTransitions.check(commission.id, before, settlement.status());
        }
        commission.sold = settlement.sold();
        commission.earned = settlement.earned();
        commission.status = settlement.status();
        commission.manualStatus = judgement.verdict();
        commission.heldFor = judgement.hold();
        commission.disputed = due.disputed();
        settlement.missing().forEach(commission::add);
        payout.filter(CommissionPayouts.OpenPayout::draft).ifPresent(draft -> parts.follow(commission, draft.payoutId(),
                settlement.missing().isEmpty() ? settlement.status().text() : settlement.missing().get(0).kind().text()));
        commission.payableAt = Payable.at(commission.status, commission.open(), commission.dueAt);
        if (isNew || !settlement.missing().isEmpty() || !commission.facts().equals(factsBefore)) {
            commission.updatedAt = clock.instant();
        }
        if (isNew) {
            database.persist(commission);
            known(commission.workspaceId).with(commission.commissionKey, of -> of.add(commission));
        }
        if (!isNew) {
            moved(commission, linkBefore);
            restated(commission, before, balance.earnings());
        }
        int number = balance.entries();
        for (Settlement.Missing missing : settlement.missing()) {
            append(commission, number++, missing, missing.kind() == EntryKind.EARNED ? commission.occurredAt : at, said);
        }
        spent.settled(commission, balance, occurredBefore, settlement.missing().stream()
                .map(missing -> missing.kind() == EntryKind.EARNED ? commission.occurredAt : at).toList());
        boolean isHeld = settlement.status() == CommissionStatus.HOLD;
        if (!isNew && isHeld != (before == CommissionStatus.HOLD)) {
            held.fire(new CommissionHeld(commission.id, isHeld));
        }
    }

    /** @return how far a commission is; one that was paid once stays so, also while a batch absorbs what is taken back of it */
    Stage stage(Commission commission) {
        return stage(commission, Optional.ofNullable(commission.batchId)
                .map(batch -> payouts.locked(commission.workspaceId, batch, commission.partnerId)));
    }

    private static Stage stage(Commission commission, Optional<CommissionPayouts.OpenPayout> payout) {
        return commission.paidAt != null ? Stage.PAID
                : payout.map(open -> open.draft() ? Stage.DRAFTED : Stage.CONFIRMED).orElse(Stage.OPEN);
    }

    /** Books what was earned by another link as earned by the one that it is now. */
    private void moved(Commission commission, LinkId linkBefore) {
        if (Objects.equals(linkBefore, commission.linkId)) {
            return;
        }
        database.createQuery("select e from CommissionEntry e where e.commissionId = :commission", CommissionEntry.class)
                .setParameter("commission", commission.id).getResultList().forEach(entry -> {
                    book(commission, linkBefore, entry.occurredAt, -entry.earnings, 0, 0);
                    book(commission, commission.linkId, entry.occurredAt, entry.earnings, 0, 0);
                });
    }

    /** Books what a commission comes to under its status, and no more under the one before. */
    void restated(Commission commission, CommissionStatus before, long earnings) {
        if (before != commission.status) {
            booked.fire(new CommissionBooked(commission.workspaceId, commission.partnerId, commission.mode, commission.linkId,
                    commission.occurredAt, new Money(0, commission.currency), before, -earnings, -commission.paid));
            book(commission, commission.linkId, commission.occurredAt, 0, earnings, commission.paid);
        }
    }

    /** Books a change of what a commission of this status comes to. */
    void book(Commission commission, LinkId linkId, Instant at, long earnings, long standing, long paid) {
        booked.fire(new CommissionBooked(commission.workspaceId, commission.partnerId, commission.mode, linkId, at,
                new Money(earnings, commission.currency), commission.status, standing, paid));
    }

    private void append(Commission commission, int number, Settlement.Missing missing, Instant at, Said said) {
        CommissionEntry entry = new CommissionEntry();
        entry.id = Ids.next("ce", clock);
        entry.commissionId = commission.id;
        entry.workspaceId = commission.workspaceId;
        entry.entryKey = String.valueOf(number);
        entry.kind = missing.kind();
        entry.amount = missing.amount();
        entry.earnings = missing.earnings();
        entry.reason = missing.kind() == EntryKind.HELD && said.reason() == null ? commission.holdReason : said.reason();
        entry.person = said.person();
        entry.occurredAt = at;
        entry.recordedAt = clock.instant();
        database.persist(entry);
        book(commission, commission.linkId, at, missing.earnings(), missing.earnings(), 0);
        Money change = new Money(missing.earnings(), commission.currency);
        if (change.isPositive()) {
            earned.fire(new CommissionEarned(commission.workspaceId, commission.id, entry.id, commission.partnerId,
                    commission.saleId, change));
        } else if (missing.amount() != 0 || missing.earnings() != 0) {
            takenBack.fire(new CommissionTakenBack(commission.workspaceId, commission.id, entry.id, commission.partnerId,
                    commission.saleId, change));
        }
    }
}
