package org.conversions.exchange;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.Word;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Reads and writes the rates. It is public for tests in the server only: the ways in are
 * {@link ExchangeRates} and {@link WorkspaceRates}.
 */
@ApplicationScoped
@Transactional
public class RateTable {

    private static final String ACCEPTED = "accepted";
    private static final String HELD = "held";
    private static final LocalDate NO_LIMIT = LocalDate.of(9999, 12, 31);
    private static final String COLUMNS = "select r.workspace_id, r.currency, r.as_of, r.source, r.units, r.dollars"
            + " from exchange_rate r";
    /** The newest accepted rates of each owner: all that came for the newest day. */
    private static final String NEWEST = COLUMNS + " join (select workspace_id, currency, max(as_of) as newest"
            + " from exchange_rate where workspace_id in ('', :workspace) and state = 'accepted' and as_of <= :day%s"
            + " group by workspace_id, currency) n on n.workspace_id = r.workspace_id and n.currency = r.currency"
            + " and n.newest = r.as_of where r.state = 'accepted'";
    private static final String ONLY = " and currency in (:one, :other)";
    private static final String WRITE = "insert into exchange_rate (workspace_id, currency, state, as_of, source, units,"
            + " dollars, created_at) values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update units = values(units),"
            + " dollars = values(dollars), created_at = values(created_at)";
    private static final String RELEASE = "delete from exchange_rate where workspace_id = ? and currency = ?"
            + " and state = 'held' and as_of <= ?";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Event<RatesArrived> arrived;
    @Inject
    private Event<RatesChanged> changed;
    @Inject
    private AuditTrail trail;

    /** The currencies of a set that were stored. Those that were there already are in neither of the two. */
    public record Stored(SortedSet<String> accepted, SortedSet<String> held) {
    }

    /** @return by currency, at most one for each of the two, in one statement */
    public Map<String, StoredRate> newest(String owner, String one, String other, LocalDate day) {
        return best(rates(NEWEST.formatted(ONLY)).setParameter("workspace", owner).setParameter("day", day)
                .setParameter("one", one).setParameter("other", other).getResultList());
    }

    /** @return by currency, the rates that hold for the workspace on that day */
    public SortedMap<String, StoredRate> newest(String owner, LocalDate day) {
        return best(rates(NEWEST.formatted("")).setParameter("workspace", owner).setParameter("day", day)
                .getResultList());
    }

    /** @return the days since the given one that the server has rates of from an address, in order */
    public SortedSet<LocalDate> fetchedDays(LocalDate since) {
        List<?> days = database.createNativeQuery("select distinct r.as_of as as_of from exchange_rate r"
                        + " where r.workspace_id = '' and r.state = 'accepted' and r.as_of >= :since and r.source = :url")
                .unwrap(NativeQuery.class).addScalar("as_of", LocalDate.class).setParameter("since", since)
                .setParameter("url", RateSource.URL.text()).getResultList();
        return days.stream().map(LocalDate.class::cast).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the held rates of the workspace and of the server, by currency */
    public List<StoredRate> held(String owner) {
        return stored(rates(COLUMNS + " where r.workspace_id in ('', :workspace) and r.state = 'held'"
                + " order by r.currency, r.as_of, r.source").setParameter("workspace", owner).getResultList());
    }

    /**
     * Stores what is new in a set, all of it or nothing, and fires {@link RatesArrived} for what can be used. Two callers who
     * set the same rate at once meet at its key.
     *
     * @param owner     the id of the workspace that the rates are for; {@code ''} for the whole server
     * @param confirmed   true when jumps are accepted too
     */
    @RetryOnConflict
    public Stored store(String owner, RateSet set, RateSource source, boolean confirmed) {
        Map<String, StoredRate> current = newest(owner, NO_LIMIT);
        Map<String, Quote> sameDay = sameDay(owner, set.asOf(), source, ACCEPTED);
        Map<String, Quote> heldDay = sameDay(owner, set.asOf(), source, HELD);
        Stored result = new Stored(new TreeSet<>(), new TreeSet<>());
        set.quotes().forEach((currency, quote) -> {
            BigDecimal newest = current.containsKey(currency) ? current.get(currency).quote().perDollar() : null;
            if (quote.sameAs(sameDay.get(currency))) {
                return;
            } else if (confirmed || !JumpPolicy.jumps(newest, quote.perDollar())) {
                result.accepted.add(currency);
            } else if (!quote.sameAs(heldDay.get(currency))) {
                result.held.add(currency);
            }
        });
        write(owner, set, source, result);
        if (!result.accepted.isEmpty()) {
            changed.fire(new RatesChanged());
            arrived.fire(new RatesArrived(owner, set.asOf(), Set.copyOf(result.accepted)));
        }
        if (!owner.isEmpty() && !(result.accepted.isEmpty() && result.held.isEmpty())) {
            trail.record(new WorkspaceId(owner), "exchange_rate_set", null, Map.of("asOf", set.asOf().toString(),
                    "accepted", result.accepted, "held", result.held));
        }
        return result;
    }

    /** Forgets every rate that a workspace has set for a currency. @return true when there was one */
    public boolean forget(String owner, String currency) {
        int forgotten = database.createNativeQuery(
                        "delete from exchange_rate where workspace_id = :workspace and currency = :currency")
                .setParameter("workspace", owner).setParameter("currency", currency).executeUpdate();
        changed.fire(new RatesChanged());
        if (forgotten > 0) {
            trail.record(new WorkspaceId(owner), "exchange_rate_set", currency, Map.of("forgotten", true));
        }
        return forgotten > 0;
    }

    private void write(String owner, RateSet set, RateSource source, Stored result) {
        if (result.accepted.isEmpty() && result.held.isEmpty()) {
            return;
        }
        Set<String> waiting = new TreeSet<>();
        for (StoredRate rate : held(owner)) {
            if (rate.owner().equals(owner)) {
                waiting.add(rate.currency());
            }
        }
        SortedMap<String, String> states = new TreeMap<>();
        result.accepted.forEach(currency -> states.put(currency, ACCEPTED));
        result.held.forEach(currency -> states.put(currency, HELD));
        waiting.retainAll(states.keySet());
        database.unwrap(Session.class).doWork(connection -> {
            release(connection, owner, waiting, set.asOf());
            write(connection, owner, set, source, states);
        });
    }

    /** Removes what was held of that day or before: it is overtaken by a rate that is accepted or held now. */
    private static void release(Connection connection, String owner, Collection<String> currencies, LocalDate asOf)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            for (String currency : currencies) {
                statement.setString(1, owner);
                statement.setString(2, currency);
                statement.setObject(3, asOf);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void write(Connection connection, String owner, RateSet set, RateSource source,
                       SortedMap<String, String> states) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            for (Map.Entry<String, String> row : states.entrySet()) {
                Quote quote = set.quotes().get(row.getKey());
                statement.setString(1, owner);
                statement.setString(2, row.getKey());
                statement.setString(3, row.getValue());
                statement.setObject(4, set.asOf());
                statement.setString(5, source.text());
                statement.setBigDecimal(6, quote.units());
                statement.setBigDecimal(7, quote.dollars());
                statement.setObject(8, column(clock.instant()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Map<String, Quote> sameDay(String owner, LocalDate asOf, RateSource source, String state) {
        Map<String, Quote> quotes = new HashMap<>();
        stored(rates(COLUMNS + " where r.workspace_id = :workspace and r.state = :state and r.as_of = :day"
                + " and r.source = :source").setParameter("workspace", owner).setParameter("state", state)
                .setParameter("day", asOf).setParameter("source", source.text()).getResultList())
                .forEach(rate -> quotes.put(rate.currency(), rate.quote()));
        return quotes;
    }

    /** Rates are written past Hibernate: nothing that it holds back has to be written before they are read. */
    private NativeQuery<?> rates(String sql) {
        NativeQuery<?> query = database.createNativeQuery(sql).unwrap(NativeQuery.class);
        query.addScalar("workspace_id", String.class).addScalar("currency", String.class)
                .addScalar("as_of", LocalDate.class).addScalar("source", String.class)
                .addScalar("units", BigDecimal.class).addScalar("dollars", BigDecimal.class)
                .setFlushMode(FlushModeType.COMMIT);
        return query;
    }

    private static SortedMap<String, StoredRate> best(List<?> rows) {
        SortedMap<String, StoredRate> best = new TreeMap<>();
        for (StoredRate rate : stored(rows)) {
            best.merge(rate.currency(), rate, (one, other) -> StoredRate.PRECEDENCE.compare(one, other) > 0 ? one : other);
        }
        return best;
    }

    private static List<StoredRate> stored(List<?> rows) {
        return rows.stream().map(Object[].class::cast).map(row -> new StoredRate((String) row[0], (String) row[1],
                (LocalDate) row[2], Word.stored(RateSource.class, (String) row[3]),
                new Quote((BigDecimal) row[4], (BigDecimal) row[5]))).toList();
    }
}
