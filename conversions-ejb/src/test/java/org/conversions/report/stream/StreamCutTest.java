package org.conversions.report.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.report.stream.CommittedNotes.WORKSPACE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.conversions.report.stream.StreamCut.Passed;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;

class StreamCutTest {

    private static final StreamQuery ALL = query(Mode.LIVE, Set.of(), null);

    private static StreamQuery query(Mode mode, Set<StreamKind> kinds, String linkId) {
        return new StreamQuery(WORKSPACE, mode, kinds, linkId, null, null, 0, null);
    }

    private static Passed passed(StreamKind kind, int number, Mode mode) {
        return new Passed(new StreamEvent(kind, String.valueOf(number), WORKSPACE, mode, Instant.EPOCH,
                new StreamEvent.Link("link_" + number % 2, "d", "k"), null, null, null, null, null, null, null, null, null),
                StreamPosition.at(number, 0, List.of()));
    }

    @Test
    void ofManyClicksTheNewestAreToldAndTheOthersAreCountedBeforeWhatFollows() {
        List<Passed> passed = new ArrayList<>();
        passed.add(new Passed(null, StreamPosition.at(1, 0, List.of())));
        passed.add(passed(StreamKind.CLICK, 2, null));
        passed.add(passed(StreamKind.SALE, 3, Mode.LIVE));
        for (int i = 4; i < 74; i++) {
            passed.add(passed(StreamKind.CLICK, i, null));
        }
        List<StreamItem> items = StreamCut.of(passed, ALL, true);
        assertThat(items).hasSize(StreamCut.CLICKS_MAX + 3);
        assertThat(items.get(0)).isEqualTo(new StreamItem(null, 2, "2-0--"));
        assertThat(items.get(1).event().kind()).isEqualTo(StreamKind.SALE);
        assertThat(items.get(2)).isEqualTo(new StreamItem(null, 20, "n-0--"));
        assertThat(items.get(3).event().id()).isEqualTo("24");
        assertThat(items.get(52).event().id()).isEqualTo("73");
    }

    @Test
    void aReaderGetsWhatItWants() {
        List<Passed> passed = List.of(passed(StreamKind.CLICK, 1, null), passed(StreamKind.SALE, 2, Mode.LIVE),
                passed(StreamKind.SALE, 3, Mode.TEST), passed(StreamKind.LEAD, 4, Mode.TEST));
        assertThat(ids(passed, ALL)).containsExactly("1", "2");
        assertThat(ids(passed, query(Mode.TEST, Set.of(), null))).containsExactly("1", "3", "4");
        assertThat(ids(passed, query(Mode.TEST, Set.of(StreamKind.SALE), null))).containsExactly("3");
        assertThat(ids(passed, query(Mode.TEST, Set.of(), "link_0"))).containsExactly("4");
        assertThat(ids(List.of(new Passed(null, StreamPosition.at(1, 0, List.of()))), query(Mode.LIVE, Set.of(), "link_0"))).isEmpty();
    }

    private static List<String> ids(List<Passed> passed, StreamQuery query) {
        return StreamCut.of(passed, query, true).stream().map(item -> item.event().id()).toList();
    }
}
