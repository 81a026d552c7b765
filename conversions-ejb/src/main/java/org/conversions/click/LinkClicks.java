package org.conversions.click;

import static org.conversions.platform.UtcTime.column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.Ids;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;

/**
 * Keeps the clicks of each link by time, in the transaction of somebody who is at work with a connection. Clicks are noted one
 * after the other, which costs next to nothing, and brought to their links when there are many of them or a minute has passed:
 * each link has a place of its own, and what counts is how many of these are written. Who asks for the clicks of a link has
 * them brought first; of two who bring them at once, one waits for the other.
 */
public final class LinkClicks {

    static final Duration NOTED_MAX = Duration.ofMinutes(1);
    /** Bounds the rows of notes, as far as nobody asks: 20,000 clicks, if many come. */
    static final int ROWS_MAX = 80;
    /** Bounds the clicks of a row, as the column does. */
    private static final int CLICKS_MAX = 256;
    private static final int CLICK_ID_LENGTH = 16;
    /** Of the part of a row's id that follows its time. */
    private static final int RANDOM_LENGTH = 14;
    private static final String BETWEEN = " ";

    /** What is kept of a click, or of a visit that does not count. */
    private record Entry(LinkId linkId, boolean uncounted, ClickId clickId) {

        static Entry of(Click click) {
            return new Entry(click.linkId(), click.uncounted() != null, click.id());
        }
    }

    private LinkClicks() {
    }

    /** Adds clicks, and visits that do not count, that are not there yet. */
    public static void add(Connection connection, Collection<Click> clicks) throws SQLException {
        insert(connection, clicks.stream().map(Entry::of));
    }

    /** Notes clicks that count, to be brought to their links later. */
    public static void note(Connection connection, List<Click> clicks, Instant now) throws SQLException {
        if (clicks.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into link_click_delta (id, noted_at, clicks) values (?, ?, ?)")) {
            for (int i = 0; i < clicks.size(); i += CLICKS_MAX) {
                insert.setString(1, Ids.sortable(now.toEpochMilli(), RANDOM_LENGTH));
                insert.setObject(2, column(now));
                insert.setString(3, clicks.subList(i, Math.min(clicks.size(), i + CLICKS_MAX)).stream()
                        .map(click -> click.id().value() + click.linkId().value()).collect(Collectors.joining(BETWEEN)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** @return whether clicks have been noted for as long as they are to be, or too many of them are */
    public static boolean isDue(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select count(*), min(d.noted_at) <= ? from link_click_delta d")) {
            select.setObject(1, column(now.minus(NOTED_MAX)));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1) >= ROWS_MAX || row.getBoolean(2);
            }
        }
    }

    /** @return whether any clicks are noted */
    public static boolean areNoted(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from link_click_delta limit 1");
                ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }

    /** Brings all clicks that are noted to their links. */
    public static void bring(Connection connection) throws SQLException {
        List<String> ids = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        do {
            ids.clear();
            entries.clear();
            try (PreparedStatement select = connection.prepareStatement("select id, clicks from link_click_delta order by id limit "
                    + ROWS_MAX + " for update"); ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                    Stream.of(rows.getString(2).split(BETWEEN)).map(click -> new Entry(new LinkId(click.substring(CLICK_ID_LENGTH)),
                            false, new ClickId(click.substring(0, CLICK_ID_LENGTH)))).forEach(entries::add);
                }
            }
            insert(connection, entries.stream());
            InList.delete(connection, "link_click_delta", ids);
        } while (ids.size() == ROWS_MAX);
    }

    private static void insert(Connection connection, Stream<Entry> entries) throws SQLException {
        write(connection, "insert into link_click (link_id, uncounted, id) values (?, ?, ?)", entries);
    }

    static void remove(Connection connection, Collection<Click> clicks) throws SQLException {
        write(connection, "delete from link_click where link_id = ? and uncounted = ? and id = ?", clicks.stream().map(Entry::of));
    }

    /** Writes in the order of the table: each of its pages is touched once, and nobody waits for another in a circle. */
    private static void write(Connection connection, String sql, Stream<Entry> entries) throws SQLException {
        List<Entry> ordered = entries.sorted(Comparator.comparing(Entry::linkId).thenComparing(Entry::uncounted)
                .thenComparing(Entry::clickId)).toList();
        if (ordered.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Entry entry : ordered) {
                statement.setString(1, entry.linkId().value());
                statement.setBoolean(2, entry.uncounted());
                statement.setString(3, entry.clickId().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
