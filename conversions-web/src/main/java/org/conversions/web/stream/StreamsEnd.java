package org.conversions.web.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.conversions.report.stream.LiveStream;
import org.conversions.web.ops.IntakeCloses;

/** Ends the streams when this node is about to stop: it would wait for them. */
@ApplicationScoped
public class StreamsEnd {

    @Inject
    private LiveStream live;

    void end(@Observes IntakeCloses now) {
        live.end();
    }
}
