package org.conversions.stripe.inbox;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.UtcTime.instant;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.customer.CustomerErased;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.idempotency.IdempotencyStore;
import org.conversions.platform.secret.TokenHash;
import org.conversions.sale.ErasedSales;
import org.conversions.stripe.payment.PaidSales;
import org.conversions.stripe.refund.ReturnedMoneyRecords;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/**
 * Takes erased people out of what is stored beside their rows: out of idempotent responses and Stripe's events, in bounded steps
 * after the erasure, and out of each event that comes later, as it is worked off. Its progress stands in the database.
 */
@ApplicationScoped
@Transactional
class ErasedPeople {

    static final int STEP_MAX = 100;

    private static final String ANSWERS = "answers";
    private static final String SALES = "sales";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    EventPayloads payloads;
    @Inject
    private Clock clock;
    @Inject
    private IdempotencyStore answers;
    @Inject
    private ErasedSales erasedSales;
    @Inject
    private PaidSales payments;
    @Inject
    private ReturnedMoneyRecords returned;
    @Inject
    private ErasedEvents erased;

    private record Step(CustomerId customerId, WorkspaceId workspaceId, Mode mode, String words, String step, String cursor, Instant erasedAt) {
    }

    public void erase(@Observes CustomerErased event) {
        database.createNativeQuery("insert into erasure (customer_id, workspace_id, mode, words, step, cursor_id, erased_at,"
                        + " due_at) values (:customer, :workspace, :mode, :words, :step, '', :at, :at)")
                .setParameter("customer", event.customerId()).setParameter("workspace", event.workspaceId())
                .setParameter("mode", event.mode().text())
                .setParameter("words", Stream.concat(event.names().stream(), event.stripeCustomers().stream().limit(10))
                        .map(TokenHash::sha256).collect(Collectors.joining(",")))
                .setParameter("step", ANSWERS).setParameter("at", column(event.at())).executeUpdate();
        event.stripeCustomers().forEach(name -> name(event.workspaceId(), name, true, event.at()));
    }

    /** Goes on with what is due. @return false when nothing is due */
    @RetryOnConflict
    @Transactional(TxType.REQUIRES_NEW)
    public boolean step() {
        Optional<Step> next = next();
        next.ifPresent(step -> {
            if (step.step().equals(ANSWERS)) {
                answers(step);
            } else {
                sales(step);
            }
        });
        return next.isPresent() || events();
    }

    private Optional<Step> next() {
        List<?> rows = database.createNativeQuery("select r.customer_id as customer_id, r.workspace_id as workspace_id,"
                        + " r.mode as mode, r.words as words, r.step as step, r.cursor_id as cursor_id, r.erased_at as erased_at"
                        + " from erasure r where r.due_at > :longAgo and r.due_at <= :now order by r.due_at limit 1"
                        + " for update skip locked").unwrap(NativeQuery.class)
                .addScalar("customer_id", CustomerId.class).addScalar("workspace_id", WorkspaceId.class)
                .addScalar("mode", String.class).addScalar("words", String.class).addScalar("step", String.class).addScalar("cursor_id", String.class)
                .addScalar("erased_at", LocalDateTime.class)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Step((CustomerId) row[0], (WorkspaceId) row[1],
                Mode.of((String) row[2]), (String) row[3], (String) row[4], (String) row[5], instant((LocalDateTime) row[6])));
    }

    private void answers(Step step) {
        // Two of a person's names may be the same.
        Set<String> words = Set.copyOf(List.of(step.words().split(",")));
        Optional<String> last = answers.forget(step.workspaceId(), step.cursor(), STEP_MAX, answer -> has(answer, words));
        keep(step, last.isPresent() ? ANSWERS : SALES, last.orElse(""), false);
    }

    private static boolean has(JsonNode node, Set<String> words) {
        if (node.isTextual()) {
            return words.contains(TokenHash.sha256(node.textValue()));
        }
        for (JsonNode child : node) {
            if (has(child, words)) {
                return true;
            }
        }
        return false;
    }

    private void sales(Step step) {
        Map<String, Set<String>> names = erasedSales.names(step.customerId(), step.cursor(), STEP_MAX);
        String last = step.cursor();
        for (Map.Entry<String, Set<String>> sale : names.entrySet()) {
            for (String name : sale.getValue()) {
                Set<String> all = new TreeSet<>(payments.ofSale(step.workspaceId(), step.mode(), name));
                all.addAll(returned.names(step.workspaceId(), step.mode(), name, all));
                all.add(name);
                all.forEach(each -> name(step.workspaceId(), each, false, step.erasedAt()));
            }
            last = sale.getKey();
        }
        keep(step, SALES, last, names.size() < STEP_MAX);
    }

    private void keep(Step step, String next, String cursor, boolean done) {
        database.createNativeQuery("update erasure set step = :step, cursor_id = :cursor, due_at = :due"
                        + (done ? ", words = ''" : "") + " where customer_id = :customer")
                .setParameter("step", next).setParameter("cursor", cursor)
                .setParameter("due", done ? null : column(clock.instant()))
                .setParameter("customer", step.customerId()).executeUpdate();
    }

    /** Stores a name whose events are erased. Stored again, it is gone through again: it may have become another person's who is erased as well. */
    private void name(WorkspaceId workspaceId, String name, boolean buyer, Instant at) {
        database.createNativeQuery("insert into erased_name (workspace_id, name, buyer, cursor_id, erased_at, due_at)"
                        + " values (:workspace, :name, :buyer, '', :at, :now) on duplicate key update cursor_id = '',"
                        + " erased_at = values(erased_at), due_at = values(due_at)")
                .setParameter("workspace", workspaceId).setParameter("name", name).setParameter("buyer", buyer)
                .setParameter("at", column(at)).setParameter("now", column(clock.instant())).executeUpdate();
    }

    /** Goes through some events of one name. @return false when nothing is due */
    private boolean events() {
        List<?> rows = database.createNativeQuery("select n.workspace_id as workspace_id, n.name as name,"
                        + " n.cursor_id as cursor_id from erased_name n where n.due_at > :longAgo and n.due_at <= :now"
                        + " order by n.due_at limit 1 for update skip locked").unwrap(NativeQuery.class)
                .addScalar("workspace_id", WorkspaceId.class).addScalar("name", String.class)
                .addScalar("cursor_id", String.class)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(clock.instant())).getResultList();
        if (rows.isEmpty()) {
            return false;
        }
        Object[] name = (Object[]) rows.get(0);
        List<StoredEvent> events = Stream.of("objectId", "stripeCustomerId").flatMap(column -> database.createQuery(
                        "select e from StoredEvent e where e.workspaceId = :workspace and e." + column + " = :name"
                        + " and e.id > :cursor order by e.id", StoredEvent.class)
                        .setParameter("workspace", name[0]).setParameter("name", name[1]).setParameter("cursor", name[2])
                        .setMaxResults(STEP_MAX).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream())
                .distinct().sorted((one, other) -> one.id.compareTo(other.id)).limit(STEP_MAX).toList();
        payloads.load(events);
        erased.erase(events);
        database.createNativeQuery("update erased_name set cursor_id = :cursor, due_at = :due"
                        + " where workspace_id = :workspace and name = :name")
                .setParameter("cursor", events.isEmpty() ? name[2] : events.get(events.size() - 1).id)
                .setParameter("due", events.size() < STEP_MAX ? null : column(clock.instant()))
                .setParameter("workspace", name[0]).setParameter("name", name[1]).executeUpdate();
        return true;
    }
}
