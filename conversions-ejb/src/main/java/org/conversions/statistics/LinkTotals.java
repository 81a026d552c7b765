package org.conversions.statistics;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.conversions.click.Click;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Adds up clicks and facts by link, over all time. */
final class LinkTotals {

    record Key(WorkspaceId workspaceId, LinkId linkId, String mode) {
    }

    /** Names a buyer and a link of purchases. */
    record Buyer(CustomerId customerId, Key link) {
    }

    /** The change of one link's totals. */
    static final class Change {
        final Sums sums = new Sums();
        long conversions;
        /** The latest click; null when there was none. */
        Instant lastClickedAt;
    }

    final SortedMap<Key, Change> links = new TreeMap<>(Comparator.comparing(Key::workspaceId).thenComparing(Key::linkId)
            .thenComparing(Key::mode));
    /** The number of sales of each buyer by each link that came or, negative, went. */
    final Map<Buyer, Long> bought = new HashMap<>();

    void add(Click click) {
        Change change = of(new Key(click.workspaceId(), click.linkId(), Mode.LIVE.text()));
        change.sums.clicks++;
        if (change.lastClickedAt == null || click.clickedAt().isAfter(change.lastClickedAt)) {
            change.lastClickedAt = click.clickedAt();
        }
    }

    void add(Fact fact) {
        Key link = new Key(fact.workspaceId(), fact.linkId(), fact.mode().text());
        of(link).sums.add(fact.sums());
        if (fact.sales() != 0) {
            bought.merge(new Buyer(fact.customerId(), link), fact.sales(), Long::sum);
        }
    }

    /**
     * A link's conversions are its buyers: one comes with the first sale and goes with the last.
     *
     * @param salesBefore the number of sales of a buyer by a link that were counted before
     */
    void countBuyers(ToLongFunction<Buyer> salesBefore) {
        bought.forEach((buyer, came) -> {
            long before = salesBefore.applyAsLong(buyer);
            of(buyer.link()).conversions += Long.signum(before + came) - Long.signum(before);
        });
    }

    private Change of(Key key) {
        return links.computeIfAbsent(key, link -> new Change());
    }
}
