package org.conversions.statistics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** The sums that one transaction brings to the figures, in the order in which the rows are to be locked. */
final class Tallies {

    record HourKey(WorkspaceId workspaceId, LinkId linkId, String mode, Instant hour) {
    }

    record LinkKey(LinkId linkId, String mode) {
    }

    /** Names a buyer and a link of purchases. */
    record CustomerKey(CustomerId customerId, LinkKey link) {
    }

    /** The number of sales of each buyer by each link that came or, negative, went. */
    final Map<CustomerKey, Integer> bought = new HashMap<>();
    final SortedMap<HourKey, Tally> hours = new TreeMap<>(Comparator.comparing(HourKey::linkId)
            .thenComparing(HourKey::mode).thenComparing(HourKey::hour));
    final SortedMap<LinkKey, Tally> links = new TreeMap<>(Comparator.comparing(LinkKey::linkId)
            .thenComparing(LinkKey::mode));
    final SortedMap<CustomerId, Tally> customers = new TreeMap<>();

    void link(WorkspaceId workspaceId, LinkId linkId, Mode mode, Instant at, Consumer<Tally> change) {
        change.accept(hours.computeIfAbsent(
                new HourKey(workspaceId, linkId, mode.text(), at.truncatedTo(ChronoUnit.HOURS)), key -> new Tally()));
        change.accept(links.computeIfAbsent(new LinkKey(linkId, mode.text()), key -> new Tally()));
    }

    void customer(CustomerId customerId, Consumer<Tally> change) {
        change.accept(customers.computeIfAbsent(customerId, key -> new Tally()));
    }

    void bought(CustomerId customerId, LinkId linkId, Mode mode, int sales) {
        bought.merge(new CustomerKey(customerId, new LinkKey(linkId, mode.text())), sales, Integer::sum);
    }

    /**
     * A link's conversions are its buyers: one comes with the first sale and goes with the last.
     *
     * @param salesNow the number of sales of a buyer by a link, this transaction's among them
     */
    void countCustomers(ToIntFunction<CustomerKey> salesNow) {
        bought.forEach((customer, came) -> {
            int now = salesNow.applyAsInt(customer);
            int change = Integer.signum(now) - Integer.signum(now - came);
            if (change != 0) {
                links.computeIfAbsent(customer.link(), key -> new Tally()).conversions += change;
            }
        });
    }
}
