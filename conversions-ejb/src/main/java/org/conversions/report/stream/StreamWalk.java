package org.conversions.report.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.stream.StreamPosition.Span;

/** Goes from one position to another, and so tells each note once: what a look finds, and what a reader has missed. */
final class StreamWalk {

    /** Bounds the notes of a look. */
    static final int NOTES_MAX = 200;
    /** Bound what a reader may have missed: notes of all workspaces, and what is told of them beside clicks. */
    static final int MISSED_NOTES_MAX = 5_000;
    static final int MISSED_MAX = 500;

    /** The notes that are committed. All lists are in the order of the numbers. */
    interface Notes {

        List<StreamRow> of(List<Span> numbers);

        /** @return the first notes after a number */
        List<StreamRow> after(long id, int max);

        /** @return when a note was noted, in milliseconds; empty when it is not there */
        Optional<Long> notedAt(long id);
    }

    /** Something of a note, and the position of who has seen it. */
    record Placed(StreamRef ref, StreamPosition position) {
    }

    /** What a look found. @param all whether nothing was left for the next look */
    record Step(List<Placed> placed, StreamPosition position, boolean all) {
    }

    private final Notes notes;

    StreamWalk(Notes notes) {
        this.notes = notes;
    }

    /** @param gaps those of the position to look into @return what was committed since the position was reached */
    Step next(StreamPosition from, List<Span> gaps, Set<WorkspaceId> workspaces) {
        List<Placed> placed = new ArrayList<>();
        StreamPosition position = walk(from, notes.of(gaps), workspaces, placed);
        List<StreamRow> found = notes.after(from.high(), NOTES_MAX);
        position = walk(position, found, workspaces, placed);
        return new Step(placed, position, found.size() < NOTES_MAX);
    }

    /**
     * @param from  of the reader
     * @param until of the node, reached by a look that began after the reader had come
     * @return what the reader has missed; empty when that is too much, or not known any more
     */
    Optional<List<Placed>> missed(StreamPosition from, StreamPosition until, WorkspaceId workspace) {
        if (from.high() > until.high() || notes.notedAt(from.high()).filter(at -> at == from.at()).isEmpty()) {
            return Optional.empty();
        }
        Set<WorkspaceId> workspaces = Set.of(workspace);
        List<Placed> placed = new ArrayList<>();
        // What was seen in part is seen to its end first: a position has one such note at most.
        StreamPosition position = from.count() == 0 ? from
                : walk(from, notes.of(List.of(new Span(from.row(), from.row()))), workspaces, placed);
        List<StreamRow> found = notes.of(from.gaps());
        long last = from.high();
        int seen = 0;
        while (true) {
            StreamPosition reached = position;
            position = walk(position, found.stream().filter(row -> until.has(row.id()) && !reached.has(row.id())).toList(),
                    workspaces, placed);
            seen += found.size();
            if (seen > MISSED_NOTES_MAX || placed.stream().filter(one -> one.ref().kind() != StreamKind.CLICK).count() > MISSED_MAX) {
                return Optional.empty();
            }
            if (last >= until.high()) {
                return Optional.of(placed);
            }
            found = notes.after(last, NOTES_MAX);
            last = found.isEmpty() ? until.high() : found.get(found.size() - 1).id();
        }
    }

    private static StreamPosition walk(StreamPosition from, List<StreamRow> rows, Set<WorkspaceId> workspaces, List<Placed> placed) {
        StreamPosition position = from;
        for (StreamRow row : rows) {
            StreamPosition after = position.after(row.id(), row.notedAt());
            for (int i = position.seenOf(row.id()); i < row.refs().size(); i++) {
                StreamRef ref = row.refs().get(i);
                if (workspaces.contains(ref.workspaceId())) {
                    placed.add(new Placed(ref, i == row.refs().size() - 1 ? after : position.within(row.id(), i + 1)));
                }
            }
            position = after;
        }
        return position;
    }
}
