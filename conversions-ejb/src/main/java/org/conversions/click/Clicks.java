package org.conversions.click;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.UtcTime.instant;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.Uncounted;
import org.conversions.click.visit.UserAgent;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.RowId;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Stores clicks and finds them. */
@Stateless
public class Clicks {

    public static final int PAGE_SIZE_MAX = 1_000;

    private static final String INSERT = "insert into click (" + ClickRows.COLUMNS + ")"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Event<ClicksRecorded> recorded;
    @Inject
    private Event<ClicksLeaving> leaving;

    /**
     * Stores visits in a transaction of their own, together with what follows from those that count. Nothing follows
     * from the others.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void store(List<Click> clicks) {
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                for (Click click : clicks) {
                    bind(statement, click);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            // Nobody waits for them, and they come once a second. A click comes to its link with the figures.
            LinkClicks.add(connection, clicks.stream().filter(click -> click.uncounted() != null).toList());
        });
        List<Click> counted = clicks.stream().filter(click -> click.uncounted() == null).toList();
        if (!counted.isEmpty()) {
            recorded.fire(new ClicksRecorded(counted));
        }
    }

    /** Stores those of the clicks that are not there yet, as {@link #store} does: so that each is stored once, however often it comes. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void storeMissing(List<Click> clicks) {
        Map<ClickId, Click> missing = new LinkedHashMap<>();
        clicks.forEach(click -> missing.put(click.id(), click));
        missing.keySet().removeAll(ofAnyWorkspace(missing.keySet()).keySet());
        if (!missing.isEmpty()) {
            store(List.copyOf(missing.values()));
        }
    }

    /** @return the click, of whatever workspace; empty for a visit that does not count */
    public Optional<ClickOrigin> find(ClickId clickId) {
        return Optional.ofNullable(find(List.of(clickId)).get(clickId));
    }

    /**
     * @return the clicks with these ids, by id, of whatever workspace: the caller is to see that it is the right one, and to say
     *         so if not; without visits that do not count
     */
    public Map<ClickId, ClickOrigin> find(Collection<ClickId> clickIds) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            Map<ClickId, ClickOrigin> found = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement("select id, workspace_id, link_id, clicked_at, country"
                    + " from click where id in (" + InList.marks(clickIds.size()) + ") and uncounted is null")) {
                int number = 0;
                for (ClickId clickId : clickIds) {
                    statement.setString(++number, clickId.value());
                }
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    ClickId clickId = new ClickId(row.getString(1));
                    found.put(clickId, new ClickOrigin(clickId, new WorkspaceId(row.getString(2)),
                            new LinkId(row.getString(3)), instant(row.getObject(4, LocalDateTime.class)), row.getString(5)));
                }
            }
            return found;
        });
    }

    /** @return the reason why the visit of this id is no click; empty when it is one, and when the workspace has no such visit */
    public Optional<Uncounted> uncounted(WorkspaceId workspaceId, ClickId clickId) {
        return Optional.ofNullable(byIds(workspaceId, List.of(clickId)).get(clickId)).map(Click::uncounted);
    }

    /**
     * @param clickIds at most {@link #PAGE_SIZE_MAX}
     * @return the clicks, and visits that do not count, with these ids, by id; ids of other workspaces are left out
     */
    public Map<ClickId, Click> byIds(WorkspaceId workspaceId, Collection<ClickId> clickIds) {
        if (clickIds.size() > PAGE_SIZE_MAX) {
            throw new IllegalArgumentException("More than " + PAGE_SIZE_MAX + " clicks at once");
        }
        if (clickIds.isEmpty()) {
            return Map.of();
        }
        Map<ClickId, Click> found = new HashMap<>();
        for (List<ClickId> some : InList.<ClickId>parts(clickIds)) {
            List<Object> values = new ArrayList<>(List.of(workspaceId));
            values.addAll(some);
            select("workspace_id = ? and id in (" + InList.marks(some.size()) + ")", values)
                    .forEach(click -> found.put(click.id(), click));
        }
        return found;
    }

    /** @return the clicks, and visits that do not count, that there are, of whatever workspace, by id: for what serves all of them */
    public Map<ClickId, Click> ofAnyWorkspace(Collection<ClickId> clickIds) {
        return database.unwrap(Session.class).doReturningWork(connection -> ClickRows.byIds(connection, clickIds));
    }

    /** Reads the clicks of a time, page by page. @param to not included */
    public void each(WorkspaceId workspaceId, Instant from, Instant to, Consumer<Click> read) {
        String last = ClickId.firstAt(from);
        List<Click> page;
        do {
            page = select("workspace_id = ? and uncounted is null and id > ? and id < ? order by id limit " + PAGE_SIZE_MAX,
                    List.of(workspaceId.value(), last, ClickId.firstAt(to)));
            page.forEach(read);
            last = page.isEmpty() ? last : page.get(page.size() - 1).id().value();
        } while (page.size() == PAGE_SIZE_MAX);
    }

    private List<Click> select(String where, List<Object> values) {
        return database.unwrap(Session.class).doReturningWork(connection -> ClickRows.select(connection, where, values));
    }

    private static void bind(PreparedStatement statement, Click click) throws SQLException {
        VisitDetails details = click.details();
        Place place = details.place();
        UserAgent agent = details.agent();
        Object[] values = {click.id(), click.workspaceId(), click.linkId(), column(click.clickedAt()), click.trigger().text(),
                click.url(), place.country(), place.region(), place.city(), place.continent(), agent.device(),
                agent.browser(), agent.os(), details.referer(), details.refererUrl(), details.userAgent(), details.ip(),
                click.utm().source(), click.utm().medium(), click.utm().campaign(), click.utm().term(), click.utm().content(),
                click.uncounted() == null ? null : click.uncounted().text()};
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, RowId.column(values[i]));
        }
    }

    /**
     * Removes a batch of clicks, uncounted visits too. Figures, and the clicks that buyers came by, outlive them.
     *
     * @return the number of clicks removed
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int remove(Instant before, int max) {
        leaving.fire(new ClicksLeaving(before));
        List<Click> oldest = select("id < ? order by id limit " + max, List.of(ClickId.firstAt(before)));
        if (oldest.isEmpty()) {
            return 0;
        }
        database.unwrap(Session.class).doWork(connection -> LinkClicks.remove(connection, oldest));
        return database.createNativeQuery("delete from click where id in (:ids)").unwrap(NativeQuery.class)
                .setParameterList("ids", oldest.stream().map(click -> click.id().value()).toList()).executeUpdate();
    }

    /** Tells those who make figures from clicks that there will be none from before this time. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void leave(Instant before) {
        leaving.fire(new ClicksLeaving(before));
    }
}
