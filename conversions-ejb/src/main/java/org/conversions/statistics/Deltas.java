package org.conversions.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conversions.click.Click;
import org.conversions.commission.CommissionBooked;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.WorkspaceId;

/** The facts that one transaction brings to the figures. */
final class Deltas {

    /** Clicks by their workspace. */
    final SortedMap<WorkspaceId, List<ClickId>> clicks = new TreeMap<>();
    private final List<Fact> facts = new ArrayList<>();
    final List<CommissionBooked> earnings = new ArrayList<>();
    final BuyerTotals buyers = new BuyerTotals();

    void add(Click click) {
        clicks.computeIfAbsent(click.workspaceId(), workspace -> new ArrayList<>()).add(click.id());
    }

    /** Adds to a fact of the same subject and time, if there is one. */
    void add(Fact fact) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (facts.get(i).alike(fact)) {
                facts.set(i, facts.get(i).plus(fact));
                return;
            }
        }
        facts.add(fact);
    }

    /** @return those that change anything */
    List<Fact> facts() {
        return facts.stream().filter(fact -> !fact.changesNothing()).toList();
    }
}
