package org.conversions.report.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conversions.report.stream.StreamCut.Passed;

/** A reader's stream at a node. Only the node's one thread of the stream changes it. */
final class OpenStream {

    /** How far the reader is. */
    enum State {
        /** Nothing was sent. */
        NEW,
        /** Has the newest events, and next what came while they were read. */
        BEGUN,
        /** Is where the node is. */
        LIVE
    }

    final StreamQuery query;
    final StreamSink sink;
    State state = State.NEW;
    long sentAt;
    long checkAt;
    private final Set<String> shown = new HashSet<>();

    OpenStream(StreamQuery query, StreamSink sink, long now) {
        this.query = query;
        this.sink = sink;
        this.sentAt = now;
    }

    /** Shows the newest events. What came while they were read may be among them, and comes again with the next look. */
    void begin(List<StreamEvent> newest) {
        sink.begin();
        sink.send(newest.stream().map(event -> new StreamItem(event, 0, null)).toList());
        newest.forEach(event -> shown.add(key(event)));
        state = State.BEGUN;
    }

    /** Sends what the reader wants of a look. */
    boolean send(List<Passed> passed) {
        List<Passed> unseen = state != State.BEGUN ? passed
                : passed.stream().filter(one -> one.event() == null || !shown.contains(key(one.event()))).toList();
        List<StreamItem> items = StreamCut.of(unseen, query, state == State.LIVE);
        if (!items.isEmpty()) {
            sink.send(items);
        }
        return !items.isEmpty();
    }

    /** Goes on with the node. */
    void live(StreamPosition position) {
        sink.place(position.text());
        shown.clear();
        state = State.LIVE;
    }

    private static String key(StreamEvent event) {
        return event.kind().letter() + event.id();
    }
}
