package org.conversions.web.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.conversions.access.Area;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.Json;
import org.conversions.report.stream.StreamEvent;
import org.conversions.report.stream.StreamItem;

/** Writes events of the stream as server-sent events: each once, however many read it. Only the thread of the stream calls it. */
@ApplicationScoped
class StreamTexts {

    private static final int KEPT_MAX = 2_000;

    @Inject
    private ShortDomain domain;
    private final Map<StreamEvent, Map<Set<Area>, String>> written = new IdentityHashMap<>();

    /** @param readable the areas that the reader may read */
    String of(StreamItem item, Set<Area> readable) {
        String place = item.position() == null ? "" : "id: " + item.position() + '\n';
        return place + (item.event() == null ? event("more", Json.write(Map.of("clicks", item.more()))) : of(item.event(), readable));
    }

    /** @param data one line */
    static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private synchronized String of(StreamEvent event, Set<Area> readable) {
        if (written.size() > KEPT_MAX) {
            written.clear();
        }
        return written.computeIfAbsent(event, one -> new HashMap<>()).computeIfAbsent(readable,
                areas -> event(event.kind().text(), Json.write(StreamAnswer.of(event, domain, areas))));
    }
}
