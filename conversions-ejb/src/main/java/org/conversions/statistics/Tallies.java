package org.conversions.statistics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.conversions.workspace.Mode;

/** What one transaction brings to the figures, in the order in which the rows are to be locked. */
final class Tallies {

    record HourKey(String workspaceId, String linkId, String mode, Instant hour) {
    }

    record LinkKey(String linkId, String mode) {
    }

    final SortedMap<HourKey, Tally> hours = new TreeMap<>(Comparator.comparing(HourKey::linkId)
            .thenComparing(HourKey::mode).thenComparing(HourKey::hour));
    final SortedMap<LinkKey, Tally> links = new TreeMap<>(Comparator.comparing(LinkKey::linkId)
            .thenComparing(LinkKey::mode));
    final SortedMap<String, Tally> customers = new TreeMap<>();

    void link(String workspaceId, String linkId, Mode mode, Instant at, Consumer<Tally> change) {
        change.accept(hours.computeIfAbsent(
                new HourKey(workspaceId, linkId, mode.text(), at.truncatedTo(ChronoUnit.HOURS)), key -> new Tally()));
        change.accept(links.computeIfAbsent(new LinkKey(linkId, mode.text()), key -> new Tally()));
    }

    void customer(String customerId, Consumer<Tally> change) {
        change.accept(customers.computeIfAbsent(customerId, key -> new Tally()));
    }
}
