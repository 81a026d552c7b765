package org.conversions.sale;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conversions.customer.CustomerIdentified;
import org.conversions.money.Share;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.query.NativeQuery;

/**
 * Finds what buyers bought before, of several buyers at once: their first sales, however many there are, and the last one. Nothing
 * is read before it is asked for.
 */
@Stateless
public class BuyersSales {

    /** More than rewards look at as a rule; who looks at more reads them all. */
    static final int FIRST_MAX = 64;

    /**
     * What a buyer bought, in order.
     *
     * @param complete false when there are more between the last but one and the last
     */
    public record Bought(List<PastSale> sales, boolean complete) {

        private Bought with(PastSale sale) {
            List<PastSale> more = new ArrayList<>(sales);
            more.add(sale);
            more.sort(PastSale.IN_ORDER);
            return new Bought(more, complete);
        }
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private TransactionMemory memory;
    @Inject
    private SaleRows rows;

    /** Says whose sales may be asked for soon: they are read together then. */
    public void announce(WorkspaceId workspaceId, Collection<CustomerId> customerIds) {
        known(workspaceId).announce(customerIds);
    }

    /** @return the first sales of a buyer and the last one */
    public Bought of(WorkspaceId workspaceId, CustomerId customerId) {
        return known(workspaceId).get(customerId, ids -> read(workspaceId, ids));
    }

    /** @return all sales of a buyer, in order */
    public List<PastSale> all(WorkspaceId workspaceId, CustomerId customerId) {
        return past(database.createQuery("select s from Sale s where s.customerId = :customer and s.workspaceId = :workspace", Sale.class)
                .setParameter("customer", customerId).setParameter("workspace", workspaceId).getResultStream()
                .map(sale -> new Row(customerId, new PastSale(new SaleId(sale.id), sale.linkId, sale.paidAt, List.of()),
                        !sale.takenBack.equals(Share.NONE))).toList())
                .stream().map(Row::sale).sorted(PastSale.IN_ORDER).toList();
    }

    /** Knows that a buyer who was just made has bought nothing. */
    public void begin(@Observes CustomerIdentified event) {
        if (event.created()) {
            known(event.workspaceId()).put(event.customerId(), new Bought(List.of(), true));
        }
    }

    /** Adds a sale that was recorded, before others look. */
    public void add(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) SaleRecorded event) {
        SaleView sale = event.sale();
        KnownRows<CustomerId, Bought> known = known(sale.workspaceId());
        if (known.isKnown(sale.customerId())) {
            known.put(sale.customerId(), of(sale.workspaceId(), sale.customerId())
                    .with(new PastSale(sale.id(), sale.linkId(), sale.paidAt(), List.of())));
        }
    }

    /** Has the sales of the buyers read again. */
    public void changed(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) SaleCorrected event) {
        known(event.after().workspaceId()).forget(event.before().customerId());
        known(event.after().workspaceId()).forget(event.after().customerId());
    }

    /** Has the sales of the buyer read again. */
    public void changed(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) SaleAdjusted event) {
        known(event.sale().workspaceId()).forget(event.sale().customerId());
    }

    /** @param returned true when some of its money went back once */
    private record Row(CustomerId customerId, PastSale sale, boolean returned) {
    }

    private Map<CustomerId, Bought> read(WorkspaceId workspaceId, List<CustomerId> customerIds) {
        String first = "(select s.id, s.customer_id, s.link_id, s.paid_at, s.taken_back from sale s where s.customer_id = :c%1$d"
                + " and s.workspace_id = :workspace order by s.customer_id%2$s, s.paid_at%2$s, s.link_id%2$s limit %3$d)";
        String sql = IntStream.range(0, customerIds.size()).boxed().flatMap(number -> Stream.of(
                        first.formatted(number, "", FIRST_MAX), first.formatted(number, " desc", 1)))
                .collect(Collectors.joining(" union all "));
        NativeQuery<?> query = database.createNativeQuery(sql).unwrap(NativeQuery.class)
                .addScalar("id", SaleId.class).addScalar("customer_id", CustomerId.class).addScalar("link_id", LinkId.class)
                .addScalar("paid_at", LocalDateTime.class).addScalar("taken_back", String.class)
                .addSynchronizedEntityClass(Sale.class).setParameter("workspace", workspaceId);
        for (int number = 0; number < customerIds.size(); number++) {
            query.setParameter("c" + number, customerIds.get(number));
        }
        Map<SaleId, Row> found = new LinkedHashMap<>();
        for (Object result : query.getResultList()) {
            Object[] columns = (Object[]) result;
            CustomerId customerId = (CustomerId) columns[1];
            found.put((SaleId) columns[0], new Row(customerId, new PastSale((SaleId) columns[0], (LinkId) columns[2],
                    UtcTime.instant((LocalDateTime) columns[3]), List.of()), !columns[4].equals(Share.NONE.toString())));
        }
        Map<CustomerId, List<PastSale>> sales = past(List.copyOf(found.values())).stream()
                .collect(Collectors.groupingBy(Row::customerId, Collectors.mapping(Row::sale, Collectors.toList())));
        Map<CustomerId, Bought> bought = new HashMap<>();
        for (CustomerId customerId : customerIds) {
            List<PastSale> ofBuyer = sales.getOrDefault(customerId, List.of()).stream().sorted(PastSale.IN_ORDER).toList();
            bought.put(customerId, new Bought(ofBuyer, ofBuyer.size() <= FIRST_MAX));
        }
        return bought;
    }

    /** @return the same with what happened to the money of those of which some went back */
    private List<Row> past(List<Row> sales) {
        List<String> returned = sales.stream().filter(Row::returned).map(row -> row.sale().id().value()).toList();
        if (returned.isEmpty()) {
            return sales;
        }
        Map<String, List<SaleEntry>> entries = rows.entries(returned);
        return sales.stream().map(row -> !row.returned() ? row : new Row(row.customerId(), new PastSale(row.sale().id(),
                row.sale().linkId(), row.sale().paidAt(), entries.getOrDefault(row.sale().id().value(), List.of()).stream()
                .map(entry -> new PastSale.Change(entry.occurredAt, entry.amount)).toList()), true)).toList();
    }

    private KnownRows<CustomerId, Bought> known(WorkspaceId workspaceId) {
        return memory.of(PastSale.class, workspaceId);
    }
}
