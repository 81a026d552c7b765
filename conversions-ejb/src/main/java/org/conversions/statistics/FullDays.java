package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.Word;
import org.conversions.platform.id.WorkspaceId;

/**
 * Keeps the values of a trait and a day to a number. Those that come first have cells, which are those that are frequent;
 * of the others only the day is noted, and they are counted from the clicks themselves.
 */
final class FullDays {

    /** Bounds the values of a trait that have cells on a day. */
    static final int VALUES_MAX = 5_000;

    /** A look at the beginning of the key for each trait: one at all of them would go through all days of the workspace. */
    private static final String KNOWN = Stream.of(CellTrait.values()).map(trait -> "select '" + trait.text()
            + "' as trait, count(*) as known from statistics_cell where workspace_id = ? and trait = '" + trait.text()
            + "' and minutes = " + CellTrait.DAY + " and cell_at = ?").collect(Collectors.joining(" union all "));

    /** Names what is bounded. */
    private record Day(WorkspaceId workspaceId, CellTrait trait, Instant at) {
    }

    private final Connection connection;
    private final int valuesMax;

    FullDays(Connection connection, int valuesMax) {
        this.connection = connection;
        this.valuesMax = valuesMax;
    }

    /** Takes out the cells of values that find no place any more, and notes their days. */
    void keepTo(Cells cells) throws SQLException {
        Map<Day, Set<String>> coming = new HashMap<>();
        cells.traits().keySet().stream().filter(key -> key.minutes() == CellTrait.DAY)
                .forEach(key -> coming.computeIfAbsent(new Day(key.workspaceId(), key.trait(), key.at()),
                        day -> new TreeSet<>()).add(key.value()));
        Map<Day, Integer> known = known(coming.keySet());
        Map<Day, Set<String>> refused = new HashMap<>();
        for (Map.Entry<Day, Set<String>> day : coming.entrySet()) {
            int count = known.getOrDefault(day.getKey(), 0);
            if (count + day.getValue().size() > valuesMax) {
                Set<String> others = new TreeSet<>(day.getValue());
                others.removeAll(there(day.getKey()));
                List<String> late = List.copyOf(others).subList(
                        Math.max(0, Math.min(others.size(), valuesMax - count)), others.size());
                if (!late.isEmpty()) {
                    refused.put(day.getKey(), new HashSet<>(late));
                }
            }
        }
        if (!refused.isEmpty()) {
            cells.traits().keySet().removeIf(key -> refused.getOrDefault(new Day(key.workspaceId(), key.trait(),
                    Cells.floor(key.at(), CellTrait.DAY)), Set.of()).contains(key.value()));
            note(refused.keySet());
        }
    }

    /** The number of values that have cells. Both modes count, so that one value may count twice. */
    private Map<Day, Integer> known(Set<Day> days) throws SQLException {
        Map<Day, Integer> known = new HashMap<>();
        for (WorkspaceId workspace : new TreeSet<>(days.stream().map(Day::workspaceId).toList())) {
            for (Instant at : new TreeSet<>(days.stream().filter(day -> day.workspaceId().equals(workspace)).map(Day::at).toList())) {
                try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
                    List<Object> values = new ArrayList<>();
                    for (int i = 0; i < CellTrait.values().length; i++) {
                        values.addAll(List.of(workspace.value(), column(at)));
                    }
                    try (ResultSet rows = rows(select, values)) {
                        while (rows.next()) {
                            known.put(new Day(workspace, Word.stored(CellTrait.class, rows.getString(1)), at), rows.getInt(2));
                        }
                    }
                }
            }
        }
        return known;
    }

    /** @return the values that have cells, which are no more than the bound in each mode */
    private Set<String> there(Day day) throws SQLException {
        Set<String> there = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("select value_key from statistics_cell"
                + " where workspace_id = ? and trait = ? and minutes = ? and cell_at = ?");
                ResultSet rows = rows(select, List.of(day.workspaceId().value(), day.trait().text(), CellTrait.DAY, column(day.at())))) {
            while (rows.next()) {
                there.add(rows.getString(1));
            }
        }
        return there;
    }

    private void note(Set<Day> days) throws SQLException {
        for (Day day : days) {
            note(connection, day.workspaceId(), day.at(), Set.of(day.trait()));
        }
    }

    /** Notes that not all values of some traits have cells on a day. */
    static void note(Connection connection, WorkspaceId workspaceId, Instant day, Set<CellTrait> traits) throws SQLException {
        if (traits.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into statistics_full_day (workspace_id, trait, day_at)"
                + " values (?, ?, ?) on duplicate key update trait = values(trait)")) {
            for (CellTrait trait : traits) {
                DeltaRows.add(insert, workspaceId.value(), trait.text(), column(day));
            }
            insert.executeBatch();
        }
    }

    private static ResultSet rows(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement.executeQuery();
    }
}
