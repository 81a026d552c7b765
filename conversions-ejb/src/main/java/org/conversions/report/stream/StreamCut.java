package org.conversions.report.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses what of a look goes to a reader: everything that the reader wants, but only the newest clicks. The others are
 * counted before what follows them, so that a reader who goes on from anywhere has each click or its number once.
 */
final class StreamCut {

    static final int CLICKS_MAX = 50;

    /** An event of a look, and where the reader is after it. @param event null for a click that was not read */
    record Passed(StreamEvent event, StreamPosition position) {
    }

    private StreamCut() {
    }

    /** @param passed those of the reader's workspace, in their order @param placed whether the reader can go on from each */
    static List<StreamItem> of(List<Passed> passed, StreamQuery query, boolean placed) {
        List<Passed> wanted = passed.stream().filter(one -> one.event() == null
                ? query.takesAll() && query.wants(StreamKind.CLICK) : query.takes(one.event())).toList();
        long clicks = wanted.stream().filter(StreamCut::isClick).count();
        List<StreamItem> items = new ArrayList<>();
        int more = 0;
        String place = null;
        for (Passed one : wanted) {
            if (isClick(one) && clicks-- > CLICKS_MAX) {
                more++;
                place = placed ? one.position().text() : null;
                continue;
            }
            if (more > 0) {
                items.add(new StreamItem(null, more, place));
                more = 0;
            }
            items.add(new StreamItem(one.event(), 0, placed ? one.position().text() : null));
        }
        return items;
    }

    private static boolean isClick(Passed one) {
        return one.event() == null || one.event().kind() == StreamKind.CLICK;
    }
}
