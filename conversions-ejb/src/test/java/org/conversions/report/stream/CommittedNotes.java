package org.conversions.report.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.stream.StreamPosition.Span;

/** The table of notes, with transactions that have a number and are not committed yet. */
final class CommittedNotes implements StreamWalk.Notes {

    static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");

    private final NavigableMap<Long, StreamRow> committed = new TreeMap<>();
    private final List<StreamRow> begun = new ArrayList<>();
    /** The ids of all events that are committed. */
    final List<String> told = new ArrayList<>();
    private long last;

    CommittedNotes() {
        committed.put(++last, new StreamRow(last, 0, List.of()));
    }

    /** A transaction gets its number. */
    StreamRow begin(int events) {
        List<StreamRef> refs = new ArrayList<>();
        last++;
        for (int i = 0; i < events; i++) {
            refs.add(new StreamRef(WORKSPACE, StreamKind.LEAD, last + "." + i));
        }
        StreamRow row = new StreamRow(last, 1_000 + last, refs);
        begun.add(row);
        return row;
    }

    void commit(StreamRow row) {
        begun.remove(row);
        committed.put(row.id(), row);
        row.refs().forEach(ref -> told.add(ref.id()));
    }

    /** One of the transactions that have begun ends. */
    void endOne(Random random) {
        if (!begun.isEmpty()) {
            StreamRow row = begun.get(random.nextInt(begun.size()));
            if (random.nextInt(8) == 0) {
                begun.remove(row);
            } else {
                commit(row);
            }
        }
    }

    /** The position of who has seen all that is committed, and knows of no gap that may not be filled. */
    StreamPosition end() {
        StreamPosition position = StreamPosition.at(0, 0, List.of());
        for (StreamRow row : committed.values()) {
            position = position.after(row.id(), row.notedAt());
        }
        return position;
    }

    @Override
    public List<StreamRow> of(List<Span> numbers) {
        return committed.values().stream().filter(row -> numbers.stream().anyMatch(span -> span.has(row.id()))).toList();
    }

    @Override
    public List<StreamRow> after(long id, int max) {
        return committed.tailMap(id, false).values().stream().limit(max).toList();
    }

    @Override
    public Optional<Long> notedAt(long id) {
        return Optional.ofNullable(committed.get(id)).map(StreamRow::notedAt);
    }
}
