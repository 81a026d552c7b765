package org.conversions.commission;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.query.Columns.number;
import static org.conversions.platform.query.Columns.time;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.Credit;
import org.conversions.reward.RewardTermsInForce;
import org.conversions.reward.RewardsInForce;
import org.conversions.reward.SpendLimit;
import org.conversions.sale.Sales;
import org.conversions.sale.entry.SaleEntryView;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/**
 * Says how much a partner may still earn under a spend limit. The commissions of all partners of a batch of events are read at once;
 * for a limit of all time, what they came to long ago stands in a sum.
 */
@Dependent
class SpentRewards {

    private static final String LINKS = "links";
    /** Bounds the commissions whose entries one statement reads. */
    private static final int TOGETHER_MAX = 500;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Workspaces workspaces;
    @Inject
    private TransactionMemory memory;
    @Inject
    private RewardsInForce rewards;
    @Inject
    private SpentSums sums;
    @Inject
    private LimitChanges changes;
    @Inject
    private Sales sales;

    /** What commissions that count together have in common. */
    record Kind(String programId, PartnerId partnerId, Mode mode, String type, String currency) {

        static Kind of(Commission commission) {
            return new Kind(commission.programId, commission.partnerId, commission.mode, commission.type, commission.currency);
        }

        private Kind of(PartnerId other) {
            return new Kind(programId, other, mode, type, currency);
        }
    }

    /** Says by whose links more may be earned soon: what they earned is read together then. */
    void announce(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        KnownRows<String, Set<LinkId>> links = memory.of(LinkId.class, SpentRewards.class, workspaceId);
        if (!links.isKnown(LINKS)) {
            links.put(LINKS, new LinkedHashSet<>());
        }
        links.with(LINKS, known -> known.addAll(linkIds));
    }

    /** @return what is left of the limit after what was earned before its turn in the same period, and not taken back by then */
    long room(SpendLimit limit, WorkspaceId workspaceId, Mode mode, Credit credit, String type, String currency, Turn turn) {
        return room(limit, workspaceId, new Kind(credit.programId(), credit.partnerId(), mode, type, currency), turn);
    }

    /** @return the same */
    long room(SpendLimit limit, WorkspaceId workspaceId, Kind kind, Turn turn) {
        Instant from = limit.beginning(turn.at(), workspaces.get(workspaceId).timezone());
        KnownRows<Kind, EarnedSoFar> known = known(workspaceId);
        EarnedSoFar earned = known.isKnown(kind) ? known.get(kind, none -> Map.of()) : null;
        if (earned == null || !earned.knows(from, turn.at())) {
            known.forget(kind);
            known.announce(others(workspaceId, kind));
            earned = known.get(kind, kinds -> read(workspaceId, kinds, from, true));
        } else if (!earned.outdated().isEmpty()) {
            readAgain(workspaceId, kind, earned);
        }
        if (!earned.knows(from, turn.at())) {
            // It became known late: what was earned at its time has to be told from what was earned since.
            earned = read(workspaceId, List.of(kind), from, false).get(kind);
            known.put(kind, earned);
        }
        return limit.room(earned.before(from, turn));
    }

    /** @return the same of the other partners of whom something was announced */
    private List<Kind> others(WorkspaceId workspaceId, Kind kind) {
        Set<LinkId> links = memory.<String, Set<LinkId>>of(LinkId.class, SpentRewards.class, workspaceId).get(LINKS, none -> Map.of());
        if (links == null || !kind.type().equals(Commission.SALE)) {
            return List.of();
        }
        RewardTermsInForce terms = rewards.forSales(workspaceId, links);
        return links.stream().filter(link -> kind.programId().equals(terms.programOf(link))).map(terms::ownerOf)
                .filter(owner -> owner != null).distinct().map(kind::of).toList();
    }

    /**
     * Follows what the transaction makes of a commission, and has those looked at again that come after it.
     *
     * @param before what it was; {@link LedgerBalance#NEW} for a new one
     * @param at     when the entries that were added happened
     */
    void settled(Commission commission, LedgerBalance before, Instant occurredBefore, List<Instant> at) {
        boolean isNew = before.entries() == 0;
        boolean moved = !isNew && !commission.occurredAt.equals(occurredBefore);
        if (at.isEmpty() && !moved) {
            return;
        }
        Kind kind = Kind.of(commission);
        if (isNew && commission.earned == commission.earnings) {
            known(commission.workspaceId).with(kind, earned -> earned.put(commission.id,
                    Earning.whole(commission.commissionKey, commission.occurredAt, commission.turnName, commission.earned)));
        } else if (moved) {
            known(commission.workspaceId).forget(kind);
        } else {
            outdate(kind, commission);
        }
        if (moved) {
            sums.forget(commission.workspaceId, kind);
        } else {
            sums.changed(commission.workspaceId, kind, commission.occurredAt, commission.earnings - before.earnings(), at);
        }
        if (commission.saleId != null && rewards.forSales(commission.workspaceId, List.of(commission.linkId)).looksAtSpending()) {
            Instant first = moved && occurredBefore.isBefore(commission.occurredAt) ? occurredBefore : commission.occurredAt;
            changes.add(commission.workspaceId, kind, moved || commission.earned != before.earned() ? first
                    : at.stream().min(Instant::compareTo).orElse(first));
        }
    }

    private void outdate(Kind kind, Commission commission) {
        KnownRows<Kind, EarnedSoFar> known = known(commission.workspaceId);
        if (known.isKnown(kind) && !known.get(kind, none -> Map.of()).outdate(commission.id, commission.occurredAt)) {
            known.forget(kind);
        }
    }

    /** Has commissions read again that got another key. */
    void moved(WorkspaceId workspaceId) {
        known(workspaceId).forget();
    }

    private KnownRows<Kind, EarnedSoFar> known(WorkspaceId workspaceId) {
        return memory.of(EarnedSoFar.class, workspaceId);
    }

    /** A row of commission, and of limited_earning if there is one. */
    private record Row(Kind kind, String id, String key, Instant occurredAt, long earned, long sold, long amount, long earnings,
                       boolean judged, boolean edited, String name) {

        private static Row of(Kind like, Object[] row) {
            return new Row(like.of(new PartnerId((String) row[0])), (String) row[1], (String) row[2], time(row[3]), number(row[4]),
                    number(row[5]), number(row[6]), number(row[7]), row[8] != null, row[9] != null, (String) row[10]);
        }

        private boolean isOfSale() {
            return kind.type().equals(Commission.SALE) && !edited;
        }

        /** @return whether it was the same at any time since it was earned */
        private boolean isWhole() {
            return earned == earnings && sold == amount && !judged && !edited;
        }
    }

    /** @param kinds differ from the first in the partner, or are not read */
    private Map<Kind, EarnedSoFar> read(WorkspaceId workspaceId, List<Kind> kinds, Instant from, boolean bySums) {
        Kind like = kinds.get(0);
        List<Kind> alike = kinds.stream().filter(kind -> kind.equals(like.of(kind.partnerId()))).toList();
        Map<Kind, EarnedSoFar.Sum> before = bySums && from.equals(Instant.EPOCH) ? sums.of(workspaceId, alike) : Map.of();
        Instant earliest = alike.stream().map(kind -> before.getOrDefault(kind, EarnedSoFar.Sum.NONE).until()).min(Instant::compareTo)
                .filter(from::isBefore).orElse(from);
        Map<Kind, EarnedSoFar> found = new HashMap<>();
        alike.forEach(kind -> found.put(kind, new EarnedSoFar(from, before.getOrDefault(kind, EarnedSoFar.Sum.NONE))));
        List<?> rows = commissions(workspaceId, like, alike.stream().map(kind -> kind.partnerId().value()).toList(),
                " and c.occurred_at >= :from").setParameter("from", column(earliest)).getResultList();
        List<Row> read = rows.stream().map(row -> Row.of(like, (Object[]) row)).filter(row ->
                !row.occurredAt().isBefore(before.getOrDefault(row.kind(), EarnedSoFar.Sum.NONE).until())).toList();
        put(workspaceId, read, found);
        return found;
    }

    /** Reads what the transaction has changed since all was read: one or two of perhaps thousands. */
    private void readAgain(WorkspaceId workspaceId, Kind kind, EarnedSoFar earned) {
        List<?> rows = commissions(workspaceId, kind, List.of(kind.partnerId().value()), " and c.id in (:ids)")
                .setParameter("ids", InList.padded(earned.outdated())).getResultList();
        put(workspaceId, rows.stream().map(row -> Row.of(kind, (Object[]) row)).toList(), Map.of(kind, earned));
    }

    private Query commissions(WorkspaceId workspaceId, Kind like, List<String> partners, String which) {
        return database.createNativeQuery("select c.partner_id, c.id, c.commission_key, c.occurred_at, c.earned, c.sold, c.amount,"
                        + " c.earnings, c.manual_status, c.edited_earned, l.sale_key from commission c left join limited_earning l"
                        + " on l.partner_id = c.partner_id and l.sale_id = c.commission_key where c.partner_id in (:partners)"
                        + " and c.type = :type and c.program_id = :program and c.mode = :mode and c.currency = :currency"
                        + " and c.workspace_id = :workspace" + which)
                .setParameter("workspace", workspaceId).setParameter("mode", like.mode().text()).setParameter("partners", partners)
                .setParameter("program", like.programId()).setParameter("type", like.type()).setParameter("currency", like.currency());
    }

    private void put(WorkspaceId workspaceId, List<Row> read, Map<Kind, EarnedSoFar> found) {
        Map<String, Earning> changed = changed(workspaceId, read.stream().filter(row -> !row.isWhole()).toList());
        read.forEach(row -> found.get(row.kind()).put(row.id(), row.isWhole()
                ? Earning.whole(row.key(), row.occurredAt(), row.name(), row.earned()) : changed.get(row.id())));
    }

    private Map<String, Earning> changed(WorkspaceId workspaceId, List<Row> rows) {
        Map<String, Earning> changed = new HashMap<>();
        for (int begin = 0; begin < rows.size(); begin += TOGETHER_MAX) {
            List<Row> some = rows.subList(begin, Math.min(rows.size(), begin + TOGETHER_MAX));
            Map<String, List<Earning.Change>> entries = entries(workspaceId, some.stream()
                    .filter(row -> row.judged() || !row.isOfSale()).map(Row::id).toList());
            Map<SaleId, List<SaleEntryView>> ofSales = sales.entries(some.stream()
                    .filter(row -> row.isOfSale() && row.earned() != 0).map(row -> new SaleId(row.key())).toList());
            some.forEach(row -> changed.put(row.id(), earning(row, entries.getOrDefault(row.id(), List.of()),
                    ofSales.getOrDefault(new SaleId(row.key()), List.of()))));
        }
        return changed;
    }

    private static Earning earning(Row row, List<Earning.Change> entries, List<SaleEntryView> ofSale) {
        if (!row.isOfSale()) {
            return Earning.ofEntries(row.key(), row.occurredAt(), row.name(), entries);
        }
        long sold = ofSale.stream().mapToLong(entry -> entry.amount() - entry.returned()).sum();
        Earning earning = Earning.ofSale(row.key(), row.occurredAt(), row.name(), row.earned(), sold, ofSale.stream()
                .filter(entry -> entry.returned() != 0).map(entry -> new Earning.Change(entry.at(), entry.returned())).toList());
        return !row.judged() || entries.isEmpty() ? earning : earning.judged(entries.stream().map(Earning.Change::at)
                .max(Instant::compareTo).orElseThrow(), row.earnings());
    }

    private Map<String, List<Earning.Change>> entries(WorkspaceId workspaceId, List<String> ids) {
        return ids.isEmpty() ? Map.of() : database.createQuery("select e.commissionId, e.occurredAt, e.earnings from CommissionEntry e"
                        + " where e.commissionId in :ids and e.workspaceId = :workspace order by e.commissionId, e.occurredAt, e.id",
                        Object[].class)
                .setParameter("ids", ids).setParameter("workspace", workspaceId).getResultStream()
                .collect(Collectors.groupingBy(row -> (String) row[0], Collectors.mapping(
                        row -> new Earning.Change((Instant) row[1], (Long) row[2]), Collectors.toList())));
    }
}
