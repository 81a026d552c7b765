package org.conversions.click;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Keeps the clicks of each link by time, in the transaction of somebody who is at work with a connection. */
public final class LinkClicks {

    private LinkClicks() {
    }

    /** Adds clicks, and visits that do not count, that are not there yet. */
    public static void add(Connection connection, Collection<Click> clicks) throws SQLException {
        write(connection, "insert into link_click (link_id, uncounted, id) values (?, ?, ?)", clicks);
    }

    static void remove(Connection connection, Collection<Click> clicks) throws SQLException {
        write(connection, "delete from link_click where link_id = ? and uncounted = ? and id = ?", clicks);
    }

    /** Writes in the order of the table: each of its pages is touched once, and nobody waits for another in a circle. */
    private static void write(Connection connection, String sql, Collection<Click> clicks) throws SQLException {
        if (clicks.isEmpty()) {
            return;
        }
        List<Click> ordered = clicks.stream().sorted(Comparator.comparing((Click click) -> click.linkId().value())
                .thenComparing(click -> click.id().value())).toList();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Click click : ordered) {
                statement.setString(1, click.linkId().value());
                statement.setBoolean(2, click.uncounted() != null);
                statement.setString(3, click.id().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
