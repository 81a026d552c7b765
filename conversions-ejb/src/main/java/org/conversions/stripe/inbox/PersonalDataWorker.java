package org.conversions.stripe.inbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.conversions.click.ClickMonths;
import org.conversions.platform.NodeStops;
import org.conversions.platform.work.WorkLoop;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Erases people on a thread of its own, and every hour removes what is kept for a time only: a batch in a transaction. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PersonalDataWorker {

    private static final System.Logger LOG = System.getLogger(PersonalDataWorker.class.getName());
    private static final int BATCH = 500;
    private static final int BATCHES_MAX = 2_000;

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private ErasedPeople people;
    @Inject
    private Retention retention;
    @Inject
    private ClickMonths clicks;
    @Inject
    private Clock clock;
    @Inject
    @ConfigProperty(name = "conversions.retention.payload-days")
    private int payloadDays;
    @Inject
    @ConfigProperty(name = "conversions.retention.click-days")
    private int clickDays;
    private final WorkLoop loop = new WorkLoop(LOG, "People cannot be erased from stored events right now",
            Duration.ofSeconds(1), Duration.ofSeconds(10), () -> people.step());

    @PostConstruct
    void start() {
        loop.start(threads);
    }

    /** Stops while everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        loop.stop();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    /** Removes what is too old. Does not throw: the server would give up a timer that fails twice in a row. What failed is tried again. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void remove() {
        try {
            removeNow();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is kept for a time only could not be removed yet", e);
        }
    }

    /** Removes what is older than the settings say. */
    private void removeNow() {
        Instant now = clock.instant();
        for (int batch = 0; payloadDays > 0 && batch < BATCHES_MAX; batch++) {
            if (retention.removePayloads(now.minus(Duration.ofDays(payloadDays)), BATCH) < BATCH) {
                break;
            }
        }
        for (int batch = 0; clickDays > 0 && batch < BATCHES_MAX; batch++) {
            if (clicks.remove(now.minus(Duration.ofDays(clickDays)), BATCH) < BATCH) {
                break;
            }
        }
    }
}
