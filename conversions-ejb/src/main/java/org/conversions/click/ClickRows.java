package org.conversions.click;

import static org.conversions.platform.UtcTime.instant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.address.Utm;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.Uncounted;
import org.conversions.click.visit.UserAgent;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.Word;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.RowId;
import org.conversions.platform.id.WorkspaceId;

/** Reads clicks by a connection that somebody is at work with. */
public final class ClickRows {

    static final String COLUMNS = "id, workspace_id, link_id, clicked_at, cause, url, country, region, city,"
            + " continent, device, browser, os, referer, referer_url, user_agent, ip,"
            + " utm_source, utm_medium, utm_campaign, utm_term, utm_content, uncounted";

    private ClickRows() {
    }

    /** @return the clicks, and visits that do not count, that there are, of whatever workspace, by id */
    public static Map<ClickId, Click> byIds(Connection connection, Collection<ClickId> clickIds) throws SQLException {
        Map<ClickId, Click> clicks = new HashMap<>();
        for (List<ClickId> some : InList.<ClickId>parts(clickIds)) {
            select(connection, "id in (" + InList.marks(some.size()) + ")", some).forEach(click -> clicks.put(click.id(), click));
        }
        return clicks;
    }

    static List<Click> select(Connection connection, String where, List<?> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS + " from click where " + where)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, RowId.column(values.get(i)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Click> clicks = new ArrayList<>();
                while (rows.next()) {
                    clicks.add(read(rows));
                }
                return clicks;
            }
        }
    }

    private static Click read(ResultSet row) throws SQLException {
        String why = row.getString("uncounted");
        return new Click(new ClickId(row.getString("id")), new WorkspaceId(row.getString("workspace_id")),
                new LinkId(row.getString("link_id")),
                instant(row.getObject("clicked_at", LocalDateTime.class)), Word.stored(ClickTrigger.class, row.getString("cause")), row.getString("url"),
                new VisitDetails(new Place(row.getString("country"), row.getString("region"), row.getString("city"),
                        row.getString("continent")),
                new UserAgent(row.getString("device"), row.getString("browser"), row.getString("os")),
                row.getString("referer"), row.getString("referer_url"), row.getString("user_agent"),
                row.getString("ip")),
                new Utm(row.getString("utm_source"), row.getString("utm_medium"), row.getString("utm_campaign"),
                        row.getString("utm_term"), row.getString("utm_content")),
                why == null ? null : Word.stored(Uncounted.class, why));
    }
}
