package org.conversions.report.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.report.stream.CommittedNotes.WORKSPACE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.stream.StreamWalk.Placed;
import org.conversions.report.stream.StreamWalk.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamWalkTest {

    private static final Set<WorkspaceId> ALL = Set.of(WORKSPACE);

    private final CommittedNotes notes = new CommittedNotes();
    private final StreamWalk walk = new StreamWalk(notes);

    /** A node: where it is, and what it told since its reader came. */
    private final class Node {
        private StreamPosition position = notes.end();

        List<Placed> look() {
            Step step = walk.next(position, position.gaps(), ALL);
            position = step.position();
            return step.placed();
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** Transactions commit in any order, or not at all, while a reader goes from node to node and is cut off anywhere. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aReaderIsToldOfEachCommitOnceWhereverItGoesOn(int seed) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>(List.of(new Node(), new Node()));
        List<String> heard = new ArrayList<>();
        StreamPosition reader = nodes.get(0).position;
        for (int cut = 0; cut < 12; cut++) {
            happen(random);
            Node node = nodes.get(random.nextInt(2));
            if (random.nextInt(4) == 0) {
                node = new Node();
                nodes.set(random.nextInt(2), node);
            }
            node.look();
            List<Placed> told = new ArrayList<>(walk.missed(reader, node.position, WORKSPACE).orElseThrow());
            for (int looks = random.nextInt(4); looks > 0; looks--) {
                happen(random);
                told.addAll(node.look());
            }
            int arrived = random.nextInt(told.size() + 1);
            told.subList(0, arrived).forEach(placed -> heard.add(placed.ref().id()));
            reader = arrived == 0 ? reader : onTheWire(arrived == told.size() && random.nextBoolean() ? node.position
                    : told.get(arrived - 1).position());
        }
        Node last = new Node();
        last.look();
        walk.missed(reader, last.position, WORKSPACE).orElseThrow().forEach(placed -> heard.add(placed.ref().id()));
        assertThat(heard).containsExactlyInAnyOrderElementsOf(notes.told);
    }

    private void happen(Random random) {
        for (int i = random.nextInt(8); i > 0; i--) {
            notes.begin(1 + random.nextInt(4));
            for (int ends = random.nextInt(3); ends > 0; ends--) {
                notes.endOne(random);
            }
        }
    }

    private static StreamPosition onTheWire(StreamPosition position) {
        assertThat(StreamPosition.of(position.text())).contains(position);
        return StreamPosition.of(position.text()).orElseThrow();
    }

    @Test
    void aLateCommitIsToldLateAndOnce() {
        Node node = new Node();
        StreamRow late = notes.begin(1);
        StreamRow next = notes.begin(2);
        notes.commit(next);
        assertThat(ids(node.look())).containsExactly("3.0", "3.1");
        assertThat(node.look()).isEmpty();
        notes.commit(late);
        assertThat(ids(node.look())).containsExactly("2.0");
        assertThat(node.look()).isEmpty();
        assertThat(node.position.gaps()).isEmpty();
    }

    @Test
    void whatANodeHasNotSeenYetItTellsNobodyWhoComesEither() {
        StreamPosition reader = notes.end();
        StreamRow slow = notes.begin(1);
        notes.commit(notes.begin(1));
        Node node = new Node();
        notes.commit(slow);
        assertThat(ids(walk.missed(reader, node.position, WORKSPACE).orElseThrow())).containsExactly("3.0");
        assertThat(ids(node.look())).containsExactly("2.0");
    }

    @Test
    void whoHasMissedTooMuchOrComesFromAnotherDatabaseHasToLoadAnew() {
        StreamPosition reader = notes.end();
        assertThat(walk.missed(StreamPosition.at(1, 5, List.of()), notes.end(), WORKSPACE)).isEmpty();
        assertThat(walk.missed(StreamPosition.at(7, 1_007, List.of()), notes.end(), WORKSPACE)).isEmpty();
        for (int i = 0; i < StreamWalk.MISSED_MAX; i++) {
            notes.commit(notes.begin(1));
        }
        assertThat(walk.missed(reader, notes.end(), WORKSPACE).map(List::size)).isEqualTo(Optional.of(StreamWalk.MISSED_MAX));
        notes.commit(notes.begin(1));
        assertThat(walk.missed(reader, notes.end(), WORKSPACE)).isEmpty();
    }

    private static List<String> ids(List<Placed> placed) {
        return placed.stream().map(one -> one.ref().id()).toList();
    }
}
