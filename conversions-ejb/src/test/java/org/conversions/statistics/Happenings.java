package org.conversions.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.conversions.address.Utm;
import org.conversions.click.Click;
import org.conversions.click.ClickTrigger;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.UserAgent;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** A history made up by chance: clicks of two workspaces, and what comes of them within some days. */
final class Happenings {

    static final Instant START = Instant.parse("2026-07-29T00:00:00Z");
    private static final int SECONDS = 3 * 86_400;

    final Map<ClickId, Click> clicks = new LinkedHashMap<>();
    final List<Fact> facts = new ArrayList<>();
    private final Random random;

    Happenings(Random random, int clickCount) {
        this.random = random;
        for (int i = 0; i < clickCount; i++) {
            int workspace = random.nextInt(2);
            Click click = click("ws_" + workspace, "link_" + workspace + random.nextInt(3), moment(), "Town " + random.nextInt(40));
            clicks.put(click.id(), click);
            if (random.nextInt(3) == 0) {
                facts.add(fact(click, 1, 0, 0));
                String buyer = "cus_" + random.nextInt(5);
                facts.add(fact(click, buyer, 1));
                if (random.nextBoolean()) {
                    facts.add(fact(click, 0, 1, 300));
                }
                if (random.nextInt(4) == 0) {
                    facts.add(fact(click, buyer, -1));
                }
            }
        }
    }

    static Click click(String workspace, String link, Instant at, String city) {
        return new Click(ClickId.next(at), new WorkspaceId(workspace), new LinkId(link), at, ClickTrigger.LINK,
                "https://shop.example/?" + city.repeat(city.length() % 2 == 0 ? 1 : 60),
                new VisitDetails(new Place("DE", "DE-BE", city, "EU"), new UserAgent("Mobile", "Firefox", "Android"), "news.example",
                        "https://news.example/", "Mozilla", "192.0.2.0"),
                new Utm("news", null, null, null, null), null);
    }

    private Fact fact(Click click, String buyer, int sales) {
        return new Fact(click.workspaceId(), mode(buyer), click.linkId(), click.id(), new CustomerId(buyer), moment(), 0, sales, 0, sales * 1_000L, 0);
    }

    private Fact fact(Click click, long leads, long refunds, long refunded) {
        return new Fact(click.workspaceId(), random.nextInt(5) == 0 ? Mode.TEST : Mode.LIVE, click.linkId(), click.id(), null,
                moment(), leads, 0, refunds, 0, refunded);
    }

    private static Mode mode(String buyer) {
        return buyer.endsWith("4") ? Mode.TEST : Mode.LIVE;
    }

    private Instant moment() {
        return START.plusSeconds(random.nextInt(SECONDS)).plusMillis(random.nextInt(1_000));
    }
}
