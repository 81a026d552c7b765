package org.conversions.sale.product;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.money.Share;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TextColumn;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Keeps the products that sales are of, and what these are called, inside the transaction of the caller. */
@Dependent
public class SaleProducts {

    /** What a product is called. @param toldAt when the sale was paid that says so */
    private record Named(String name, Instant toldAt) {
    }

    /** A sale that products are of. @param amount in minor units of the currency that it was reported in */
    public record Sold(SaleId id, WorkspaceId workspaceId, Mode mode, long amount, Instant paidAt) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private TransactionMemory memory;

    /** Says that products may be sold soon: what is known of them is read together then. */
    public void announce(WorkspaceId workspaceId, Mode mode, Collection<SaleLine> lines) {
        byId(workspaceId, mode).announce(lines.stream().filter(line -> line.productName() != null).map(SaleLine::productId).toList());
    }

    /**
     * Keeps the products of a sale, in place of those that are known of it. Lines that name no product change nothing.
     *
     * @param known the number of those that are known
     * @return the number of those that are known now
     */
    public int keep(Sold sale, int known, List<SaleLine> lines) {
        List<ProductPart> parts = sale.amount() > 0 ? ProductPart.of(lines, sale.amount()) : List.of();
        if (parts.isEmpty()) {
            return known;
        }
        if (known > 0) {
            remove(sale);
        }
        long whole = parts.get(parts.size() - 1).to();
        List<SaleProduct> made = parts.stream().map(part -> SaleProduct.of(sale, part, whole)).toList();
        made.forEach(database::persist);
        bySale(sale.workspaceId()).put(sale.id().value(), made);
        lines.stream().filter(line -> !line.productId().isEmpty() && line.productName() != null).forEach(line ->
                name(sale, line.productId(), TextColumn.cut(line.productName(), TextColumn.LENGTH_MAX)));
        return parts.size();
    }

    private void remove(Sold sale) {
        List<SaleProduct> known = database.createQuery("select p from SaleProduct p where p.workspaceId = :workspace"
                        + " and p.saleId = :sale", SaleProduct.class)
                .setParameter("workspace", sale.workspaceId()).setParameter("sale", sale.id().value()).getResultList();
        known.forEach(database::remove);
        database.flush();
    }

    /** @return the products that are known of a sale, with their parts of an amount */
    public List<ProductShare> of(WorkspaceId workspaceId, SaleId saleId, long amount) {
        List<SaleProduct> parts = bySale(workspaceId).get(saleId.value(), ids -> readParts(workspaceId, ids));
        return parts.stream().map(part -> new ProductShare(part.productId.isEmpty() ? null : part.productId,
                before(amount, part.partTo, part.partOf) - before(amount, part.partFrom, part.partOf))).toList();
    }

    /** @return what of an amount is of the parts up to a place: those of all parts add up to the whole amount */
    private static long before(long amount, long place, long whole) {
        return new Share(place, whole).of(amount);
    }

    private Map<String, List<SaleProduct>> readParts(WorkspaceId workspaceId, List<String> saleIds) {
        Map<String, List<SaleProduct>> parts = database.createQuery("select p from SaleProduct p where p.saleId in :sales"
                        + " and p.workspaceId = :workspace order by p.saleId, p.partFrom", SaleProduct.class)
                .setParameter("sales", saleIds).setParameter("workspace", workspaceId).getResultStream()
                .collect(Collectors.groupingBy(part -> part.saleId));
        saleIds.forEach(id -> parts.computeIfAbsent(id, none -> List.of()));
        return parts;
    }

    /** The rows that the transaction has made or read, by sale. */
    private KnownRows<String, List<SaleProduct>> bySale(WorkspaceId workspaceId) {
        return memory.of(ProductPart.class, workspaceId);
    }

    private void name(Sold sale, String productId, String name) {
        KnownRows<String, Named> known = byId(sale.workspaceId(), sale.mode());
        Named before = known.get(productId, ids -> read(sale, ids));
        if (before != null && (before.name().equals(name) || before.toldAt().isAfter(sale.paidAt()))) {
            return;
        }
        database.createNativeQuery("insert into product (id, workspace_id, mode, name, told_at)"
                        + " values (:id, :workspace, :mode, :name, :at)"
                        + " on duplicate key update name = values(name), told_at = values(told_at)")
                .setParameter("id", productId).setParameter("workspace", sale.workspaceId())
                .setParameter("mode", sale.mode().text()).setParameter("name", name)
                .setParameter("at", column(sale.paidAt()))
                .setFlushMode(FlushModeType.COMMIT).executeUpdate();
        known.put(productId, new Named(name, sale.paidAt()));
    }

    private Map<String, Named> read(Sold sale, List<String> ids) {
        Map<String, Named> names = new HashMap<>();
        database.createNativeQuery("select p.id as id, p.name as name, p.told_at as told_at from product p where p.id in (:ids)"
                        + " and p.workspace_id = :workspace and p.mode = :mode").unwrap(NativeQuery.class)
                .addScalar("id", String.class).addScalar("name", String.class).addScalar("told_at", LocalDateTime.class)
                .setParameterList("ids", ids).setParameter("workspace", sale.workspaceId())
                .setParameter("mode", sale.mode().text()).setFlushMode(FlushModeType.COMMIT).getResultList().forEach(found -> {
                    Object[] row = (Object[]) found;
                    names.put((String) row[0], new Named((String) row[1], UtcTime.instant((LocalDateTime) row[2])));
                });
        return names;
    }

    private KnownRows<String, Named> byId(WorkspaceId workspaceId, Mode mode) {
        return memory.of(SaleProduct.class, workspaceId, mode);
    }
}
