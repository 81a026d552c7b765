package org.conversions.link.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeenChangesTest {

    /** A row whose id says one second, and that can be found from another one on. */
    record Row(int named, int committed) {
    }

    @Property(tries = 300)
    void eachChangeIsFreshOnceInWhateverOrderTransactionsCommit(@ForAll("rows") @Size(max = 30) List<Row> rows) {
        SeenChanges seen = new SeenChanges();
        List<String> fresh = new ArrayList<>();
        for (int second = 0; second < 900; second++) {
            int now = second;
            List<String> found = IntStream.range(0, rows.size())
                    .filter(i -> rows.get(i).committed() <= now && rows.get(i).named() >= now - SeenChanges.WINDOW.toSeconds())
                    .mapToObj(i -> "dc_" + i).toList();
            fresh.addAll(seen.fresh(found, Instant.EPOCH.plusSeconds(second)));
        }
        Set<String> all = IntStream.range(0, rows.size()).mapToObj(i -> "dc_" + i).collect(Collectors.toSet());
        assertThat(fresh).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void afterALongTimeWithoutALookNothingIsSure() {
        SeenChanges seen = new SeenChanges();
        Instant now = Instant.EPOCH;
        assertThat(seen.lostTrack(now)).as("at the start nothing is in memory").isFalse();
        seen.fresh(List.of(), now);
        assertThat(seen.lostTrack(now.plus(SeenChanges.GAP_MAX))).isFalse();
        assertThat(seen.lostTrack(now.plus(SeenChanges.GAP_MAX).plus(Duration.ofSeconds(1)))).isTrue();
    }

    /** Transactions that commit up to a minute after they were named. */
    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(Arbitraries.integers().between(0, 500), Arbitraries.integers().between(0, 60))
                .as((named, later) -> new Row(named, named + later)).list();
    }
}
