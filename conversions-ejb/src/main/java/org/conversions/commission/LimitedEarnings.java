package org.conversions.commission;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.query.Columns.number;
import static org.conversions.platform.query.Columns.time;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.conversions.commission.SpentRewards.Kind;
import org.conversions.platform.Word;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.Credit;
import org.conversions.reward.RewardFacts;
import org.conversions.reward.SpendLimit;
import org.conversions.sale.SaleView;

/** The sales that earn under a spend limit, those included for which there was no room: more room may become known. */
@Dependent
class LimitedEarnings {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private LimitChanges changes;

    /** Keeps what was decided about a sale, if its terms have a limit. @param sale in the currency of the commission */
    void keep(SaleView sale, Credit credit, Judged judged) {
        SpendLimit limit = credit.terms().limits().spendLimit();
        if (limit == null) {
            return;
        }
        Kind kind = new Kind(credit.programId(), credit.partnerId(), sale.mode(), Commission.SALE, sale.amount().currency());
        database.createNativeQuery("insert into limited_earning (partner_id, sale_id, workspace_id, program_id, mode, currency, sale_key,"
                        + " paid_at, spend_limit, spend_interval, wanted, granted, inputs) values (:partner, :sale, :workspace, :program,"
                        + " :mode, :currency, :key, :paidAt, :limit, :interval, :wanted, :granted, :inputs) on duplicate key update"
                        + " paid_at = values(paid_at), spend_limit = values(spend_limit), spend_interval = values(spend_interval),"
                        + " wanted = values(wanted), granted = values(granted), inputs = values(inputs)")
                .setParameter("partner", credit.partnerId()).setParameter("sale", sale.id().value()).setParameter("workspace", sale.workspaceId())
                .setParameter("program", credit.programId()).setParameter("mode", sale.mode().text())
                .setParameter("currency", kind.currency()).setParameter("key", sale.saleKey()).setParameter("paidAt", column(sale.paidAt()))
                .setParameter("limit", limit.amount()).setParameter("interval", limit.interval().text())
                .setParameter("wanted", judged.wanted()).setParameter("granted", judged.earned())
                .setParameter("inputs", judged.inputs().text()).executeUpdate();
        changes.add(sale.workspaceId(), kind, sale.paidAt());
    }

    /** Forgets a sale by which the partner earns nothing that is limited any more. */
    void drop(LimitedEarning earning) {
        database.createNativeQuery("delete from limited_earning where partner_id = :partner and sale_id = :sale"
                        + " and workspace_id = :workspace").setParameter("partner", earning.kind().partnerId())
                .setParameter("sale", earning.saleId().value()).setParameter("workspace", earning.workspaceId()).executeUpdate();
    }

    /** @return the next sales of a kind from a turn on, in the order of turns */
    List<LimitedEarning> from(WorkspaceId workspaceId, Kind kind, LimitChanges.Place from, int max) {
        List<?> rows = database.createNativeQuery("select l.sale_id, l.sale_key, l.paid_at, l.spend_limit, l.spend_interval, l.wanted,"
                        + " l.granted, l.inputs from limited_earning l where l.partner_id = :partner and l.program_id = :program"
                        + " and l.mode = :mode and l.currency = :currency and l.workspace_id = :workspace and l.paid_at >= :from"
                        + " and (l.paid_at > :from or l.sale_key >= :name) order by l.partner_id, l.paid_at, l.sale_key")
                .setParameter("partner", kind.partnerId()).setParameter("program", kind.programId())
                .setParameter("mode", kind.mode().text()).setParameter("currency", kind.currency()).setParameter("workspace", workspaceId)
                .setParameter("from", column(from.at())).setParameter("name", from.name()).setMaxResults(max).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new LimitedEarning(workspaceId, kind, new SaleId((String) row[0]),
                (String) row[1], time(row[2]), new SpendLimit(number(row[3]), Word.find(SpendLimit.Interval.class, (String) row[4])
                .orElseThrow()), number(row[5]), number(row[6]), RewardFacts.parse((String) row[7]))).toList();
    }
}
