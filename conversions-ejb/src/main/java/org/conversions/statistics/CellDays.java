package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.UtcTime.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conversions.platform.Word;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Compares and replaces the cells of a workspace's day as a whole, in the transaction of a caller that has {@link #lock}ed them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CellDays {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String FIGURES = ", clicks, leads, sales, refunds, gross_amount, refunded_amount";
    /** The statements are run for one trait and width after the other: one for all would go through all days of the workspace. */
    private static final String OF_DAY = " where workspace_id = ? and trait = ? and minutes = ? and cell_at >= ? and cell_at < ?";
    private static final String LINKS_OF_DAY = " where workspace_id = ? and minutes = ? and cell_at >= ? and cell_at < ?";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /**
     * A cell that is not what it should be.
     *
     * @param cell  its name
     * @param is    its figures; zeros when it is not there
     * @param should the sums of what happened
     */
    public record Difference(String cell, String is, String should) {
    }

    /** Keeps all deltas from being merged until the transaction ends. */
    public void lock() {
        database.createNativeQuery("select m.node from statistics_merge m where m.id = 1 for update").getSingleResult();
    }

    /** @return the moment before which clicks have been removed; empty when all are there */
    public Optional<Instant> clicksSince() {
        Object moment = database.createNativeQuery("select m.clicks_since as since from statistics_merge m where m.id = 1")
                .unwrap(NativeQuery.class).addScalar("since", LocalDateTime.class).getSingleResult();
        return Optional.ofNullable(instant((LocalDateTime) moment));
    }

    /** @param should the sums of what happened on that day, without what is not merged yet */
    public List<Difference> differences(WorkspaceId workspaceId, Instant day, Cells should) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            Cells is = read(connection, workspaceId, day);
            Set<CellTrait> full = fullTraits(connection, workspaceId, day);
            Set<String> known = new HashSet<>();
            is.traits().keySet().forEach(key -> known.add(key.trait() + key.value()));
            // Of a trait with more values than have cells, those that have none are counted elsewhere.
            should.traits().keySet().removeIf(key -> full.contains(key.trait()) && !known.contains(key.trait() + key.value()));
            is.dropZeros();
            should.dropZeros();
            List<Difference> differences = new ArrayList<>();
            both(is.traits().keySet(), should.traits().keySet()).forEach(key -> compare(differences,
                    key.trait().text() + " " + key.minutes() + " " + key.mode() + " " + key.at() + " " + key.value().strip(),
                    is.traits().getOrDefault(key, new Sums()), should.traits().getOrDefault(key, new Sums())));
            both(is.links.keySet(), should.links.keySet()).forEach(key -> compare(differences,
                    key.linkId() + " " + key.minutes() + " " + key.mode() + " " + key.at(),
                    is.links.getOrDefault(key, new Sums()), should.links.getOrDefault(key, new Sums())));
            differences.sort(Comparator.comparing(Difference::cell));
            return differences;
        });
    }

    /** Puts the cells of a day in the place of those that are there. */
    public void replace(WorkspaceId workspaceId, Instant day, Cells cells) {
        cells.dropZeros();
        Set<CellTrait> full = FrequentValues.keep(cells, FullDays.VALUES_MAX);
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from statistics_cell" + OF_DAY)) {
                for (CellTrait trait : CellTrait.values()) {
                    for (int minutes : trait.widths()) {
                        bind(delete, workspaceId.value(), trait.text(), minutes, column(day), column(day.plus(DAY)));
                        delete.addBatch();
                    }
                }
                delete.executeBatch();
            }
            try (PreparedStatement delete = connection.prepareStatement("delete from statistics_link_cell" + LINKS_OF_DAY)) {
                for (int minutes : Cells.LINK_WIDTHS) {
                    bind(delete, workspaceId.value(), minutes, column(day), column(day.plus(DAY)));
                    delete.addBatch();
                }
                delete.executeBatch();
            }
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from statistics_full_day where workspace_id = ? and day_at = ?")) {
                delete.setString(1, workspaceId.value());
                delete.setObject(2, column(day));
                delete.executeUpdate();
            }
            CellRows.add(connection, cells);
            FullDays.note(connection, workspaceId, day, full);
        });
    }

    private static Cells read(Connection connection, WorkspaceId workspaceId, Instant day) throws SQLException {
        Cells cells = new Cells();
        try (PreparedStatement select = connection.prepareStatement("select mode, cell_at, value_key" + FIGURES
                + " from statistics_cell" + OF_DAY)) {
            for (CellTrait trait : CellTrait.values()) {
                for (int minutes : trait.widths()) {
                    bind(select, workspaceId.value(), trait.text(), minutes, column(day), column(day.plus(DAY)));
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            cells.traits().put(new Cells.Key(workspaceId, trait, minutes, rows.getString(1),
                                    instant(rows.getObject(2, LocalDateTime.class)), rows.getString(3)), sums(rows, 4));
                        }
                    }
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement("select mode, cell_at, link_id" + FIGURES
                + " from statistics_link_cell" + LINKS_OF_DAY)) {
            for (int minutes : Cells.LINK_WIDTHS) {
                bind(select, workspaceId.value(), minutes, column(day), column(day.plus(DAY)));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        cells.links.put(new Cells.LinkKey(workspaceId, minutes, rows.getString(1),
                                instant(rows.getObject(2, LocalDateTime.class)), new LinkId(rows.getString(3))), sums(rows, 4));
                    }
                }
            }
        }
        return cells;
    }

    private static Set<CellTrait> fullTraits(Connection connection, WorkspaceId workspaceId, Instant day) throws SQLException {
        Set<CellTrait> full = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select trait from statistics_full_day where workspace_id = ? and day_at = ?")) {
            select.setString(1, workspaceId.value());
            select.setObject(2, column(day));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    full.add(Word.stored(CellTrait.class, rows.getString(1)));
                }
            }
        }
        return full;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Sums sums(ResultSet row, int first) throws SQLException {
        return new Sums(row.getLong(first), row.getLong(first + 1), row.getLong(first + 2), row.getLong(first + 3),
                row.getLong(first + 4), row.getLong(first + 5));
    }

    private static <K> Set<K> both(Set<K> one, Set<K> other) {
        Set<K> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static void compare(List<Difference> differences, String cell, Sums is, Sums should) {
        if (!is.equals(should)) {
            differences.add(new Difference(cell, is.toString(), should.toString()));
        }
    }
}
