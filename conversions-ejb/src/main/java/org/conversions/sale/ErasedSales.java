package org.conversions.sale;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.conversions.customer.CustomerErased;
import org.conversions.platform.id.CustomerId;

/** Takes the metadata of an erased buyer out of sales. The books stay: amounts, times, and the link. */
@Stateless
public class ErasedSales {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    public void erase(@Observes CustomerErased event) {
        database.createQuery("update Sale s set s.metadata = null where s.workspaceId = :workspace"
                        + " and s.customerId = :customer and s.metadata is not null")
                .setParameter("workspace", event.workspaceId()).setParameter("customer", event.customerId()).executeUpdate();
    }

    /**
     * @param after the last sale that was looked at, or empty
     * @return by the sale, in order, what it and its money are called at Stripe and elsewhere
     */
    public Map<String, Set<String>> names(CustomerId customerId, String after, int max) {
        Map<String, Set<String>> names = new TreeMap<>();
        database.createQuery("select s.id, s.saleKey, s.invoiceId from Sale s where s.customerId = :customer"
                        + " and s.id > :after order by s.id", Object[].class)
                .setParameter("customer", customerId).setParameter("after", after).setMaxResults(max).getResultStream()
                .forEach(row -> Stream.of(row[1], row[2]).filter(String.class::isInstance).map(String.class::cast)
                        .forEach(name -> names.computeIfAbsent((String) row[0], sale -> new TreeSet<>()).add(name)));
        if (!names.isEmpty()) {
            database.createQuery("select e.saleId, e.sourceId from SaleEntry e where e.saleId in :sales", Object[].class)
                    .setParameter("sales", names.keySet()).getResultStream()
                    .forEach(row -> names.get((String) row[0]).add((String) row[1]));
        }
        return names;
    }
}
