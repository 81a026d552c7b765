package org.conversions.stripe.inbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conversions.platform.Ids;
import org.conversions.platform.UtcTime;
import org.conversions.stripe.inbox.Envelope;
import org.conversions.stripe.inbox.EventPayloads;
import org.conversions.workspace.Mode;

/** Measures which share of Stripe's events has an outcome and a reason, and how soon: the aim is all of them within a minute. */
@Stateless
public class InboxExplained {

    /** Bounds what is counted, of a very busy day. */
    public static final int EVENTS_MAX = 20_000;
    private static final int PAYLOADS_MAX = 100;
    private static final long WITHIN_SECONDS = 60;
    /** What has no outcome, or one that explains nothing. */
    private static final String WITHOUT = "('received', 'queued', 'failed')";
    private static final List<String> AMOUNTS = List.of("amount_paid", "amount_total", "amount");

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private EventPayloads payloads;

    /**
     * The events of a time.
     *
     * @param events    how many came in, at most {@link #EVENTS_MAX}, the newest
     * @param explained how many of them have an outcome and a reason
     * @param inTime    how many of them had it within a minute
     * @param late      how many have none, and came in more than a minute ago
     * @param amounts   what the live ones of these are about, in minor units by currency, as far as they are looked at
     */
    public record Explained(long events, long explained, long inTime, long late, Map<String, Long> amounts) {
    }

    /** @return the events that have come in since then */
    public Explained since(Duration span) {
        Instant now = clock.instant();
        String first = "evt_" + Ids.sortable(now.minus(span).toEpochMilli(), 0);
        Object[] counted = (Object[]) database.createNativeQuery("select count(*), coalesce(sum(case when e.state in " + WITHOUT
                        + " then 0 else 1 end), 0), coalesce(sum(case when e.state = 'waiting' or e.settled_at <= timestampadd(second, "
                        + WITHIN_SECONDS + ", e.received_at) and e.state not in " + WITHOUT + " then 1 else 0 end), 0),"
                        + " coalesce(sum(case when e.state in " + WITHOUT + " and e.received_at < :late then 1 else 0 end), 0)"
                        + " from (select state, received_at, settled_at from stripe_event where id >= :first order by id desc limit "
                        + EVENTS_MAX + ") e")
                .setParameter("first", first).setParameter("late", UtcTime.column(now.minusSeconds(WITHIN_SECONDS))).getSingleResult();
        long late = number(counted[3]);
        return new Explained(number(counted[0]), number(counted[1]), number(counted[2]), late,
                late == 0 ? Map.of() : amounts(first, now.minusSeconds(WITHIN_SECONDS)));
    }

    private Map<String, Long> amounts(String first, Instant before) {
        Map<String, Long> amounts = new TreeMap<>();
        List<?> ids = database.createNativeQuery("select e.id from stripe_event e where e.id >= :first and e.state in " + WITHOUT
                        + " and e.received_at < :late and e.mode = :live order by e.id desc limit " + PAYLOADS_MAX, String.class)
                .setParameter("first", first).setParameter("late", UtcTime.column(before)).setParameter("live", Mode.LIVE.text())
                .getResultList();
        payloads.of(ids.stream().map(String.class::cast).toList()).values().forEach(payload -> add(amounts, payload));
        return amounts;
    }

    private static void add(Map<String, Long> amounts, byte[] payload) {
        JsonNode object = Envelope.tree(payload).path("data").path("object");
        Stream<JsonNode> named = AMOUNTS.stream().map(object::path).filter(JsonNode::canConvertToLong);
        named.findFirst().filter(amount -> object.path("currency").isTextual())
                .ifPresent(amount -> amounts.merge(object.path("currency").textValue(), amount.longValue(), Long::sum));
    }

    private static long number(Object counted) {
        return ((Number) counted).longValue();
    }
}
