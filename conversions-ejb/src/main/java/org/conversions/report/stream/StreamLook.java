package org.conversions.report.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conversions.platform.database.DurableCommits;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.stream.StreamCut.Passed;
import org.conversions.report.stream.StreamWalk.Placed;

/**
 * Looks for what is new, and for what a reader has missed, and reads it. Each look is a transaction of its own, so that it sees
 * whatever was committed before it began.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class StreamLook {

    /** Bounds the clicks of a workspace that a look reads; more of them are only counted. */
    static final int CLICKS_READ_MAX = 500;

    @Inject
    private StreamRows rows;
    @Inject
    private StreamFacts facts;
    @Inject
    private StreamRecent recent;
    @Inject
    private DurableCommits durable;

    /**
     * What a look found.
     *
     * @param passed   of each workspace that was asked for, in their order
     * @param position the position after it
     * @param all      whether nothing was left for the next look
     */
    record Found(Map<WorkspaceId, List<Passed>> passed, StreamPosition position, boolean all) {
    }

    /**
     * @param readers whether readers have come who are to begin after this look
     * @return what was committed since the position was reached, and is as safe as the commit promised
     */
    public Found next(StreamTail tail, boolean readers, Set<WorkspaceId> workspaces) {
        StreamWalk.Step step = new StreamWalk(rows).next(tail.position(), tail.wanted(readers), workspaces);
        if (!step.position().equals(tail.position())) {
            durable.await();
        }
        return new Found(passed(step.placed()), step.position(), step.all());
    }

    /** @see StreamWalk#missed */
    public Optional<List<Passed>> missed(StreamPosition from, StreamPosition until, WorkspaceId workspace) {
        return new StreamWalk(rows).missed(from, until, workspace)
                .map(placed -> passed(placed).getOrDefault(workspace, List.of()));
    }

    /** @return the newest events that a reader wants, the oldest of them first */
    public List<StreamEvent> newest(StreamQuery query) {
        return recent.events(query);
    }

    /** @return where a node begins: behind all that is there, with a gap for each note that may still come */
    public StreamPosition end(Instant since) {
        return rows.end(since);
    }

    /** @see StreamRows#remove */
    public int remove(Instant before, int max) {
        return rows.remove(before, max);
    }

    private Map<WorkspaceId, List<Passed>> passed(List<Placed> placed) {
        Set<StreamRef> wanted = new HashSet<>();
        Map<WorkspaceId, Integer> clicks = new HashMap<>();
        for (int i = placed.size() - 1; i >= 0; i--) {
            StreamRef ref = placed.get(i).ref();
            if (ref.kind() != StreamKind.CLICK || clicks.merge(ref.workspaceId(), 1, Integer::sum) <= CLICKS_READ_MAX) {
                wanted.add(ref);
            }
        }
        Map<StreamRef, StreamEvent> read = facts.read(wanted);
        Map<WorkspaceId, List<Passed>> passed = new HashMap<>();
        for (Placed one : placed) {
            StreamEvent event = read.get(one.ref());
            if (event != null || !wanted.contains(one.ref())) {
                passed.computeIfAbsent(one.ref().workspaceId(), workspace -> new ArrayList<>()).add(new Passed(event, one.position()));
            }
        }
        return passed;
    }
}
