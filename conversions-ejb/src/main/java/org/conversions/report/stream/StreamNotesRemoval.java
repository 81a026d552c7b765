package org.conversions.report.stream;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes notes that nobody will go on from any more: a batch in a transaction, a bounded number of batches each time. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StreamNotesRemoval {

    static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final System.Logger LOG = System.getLogger(StreamNotesRemoval.class.getName());
    private static final int BATCH = 1_000;
    private static final int BATCHES_MAX = 100;

    @Inject
    private StreamLook notes;
    @Inject
    private Clock clock;

    /** Does not throw: the server would give up a timer that fails twice in a row. What failed is tried again. */
    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void remove() {
        Instant limit = clock.instant().minus(KEPT_FOR);
        try {
            int batches = 0;
            while (batches < BATCHES_MAX && notes.remove(limit, BATCH) == BATCH) {
                batches++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Old notes of the stream could not be removed yet", e);
        }
    }
}
