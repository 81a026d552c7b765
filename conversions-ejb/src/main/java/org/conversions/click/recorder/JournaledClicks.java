package org.conversions.click.recorder;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.conversions.click.Click;
import org.conversions.click.Clicks;
import org.conversions.platform.Contention;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.NodeStops;
import org.conversions.platform.database.DurableCommits;
import org.conversions.platform.work.WorkLoop;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the clicks that the database cannot take in a journal in the data folder, and brings them to it, each once, as
 * soon as it can: a second later, or after the next start.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournaledClicks {

    private static final String MEBIBYTES_MAX = "conversions.click-journal.max-mebibytes";
    private static final System.Logger LOG = System.getLogger(JournaledClicks.class.getName());
    private static final String FOLDER = "clicks";
    /** Class of the states of a value that a column does not take. */
    private static final String BAD_VALUE = "22";
    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    /** Bounds how long a start waits for the clicks of a large journal. */
    private static final Duration START_MAX = Duration.ofSeconds(5);

    @Inject
    @ConfigProperty(name = "conversions.data.dir")
    private String dataFolder;
    @Inject
    @ConfigProperty(name = MEBIBYTES_MAX, defaultValue = "1024")
    private long mebibytesMax;
    @Inject
    private Clock clock;
    @Inject
    private Clicks clicks;
    @Inject
    private DurableCommits durable;
    @Resource
    private ManagedThreadFactory threads;

    private ClickJournal journal;
    private GroupCommit<Click> commits;
    private final LongAdder added = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private volatile boolean complained;
    private final WorkLoop loop = new WorkLoop(LOG, "The clicks of the journal cannot be stored right now",
            Duration.ofSeconds(1), STOP_MAX, this::step);

    @PostConstruct
    void open() {
        journal = new ClickJournal(Path.of(dataFolder, FOLDER), mebibytesMax * 1024 * 1024, clock);
        commits = new GroupCommit<>(ClickRecorder.QUEUE_MAX, ClickRecorder.BATCH_MAX, threads, this::write, () -> { });
        // Before anything asks for these clicks: a payment whose click is not known is credited to nobody.
        Instant end = clock.instant().plus(START_MAX);
        while (step() && clock.instant().isBefore(end)) {
            // There are more.
        }
        loop.start(threads);
    }

    /** @return completed when the click is on the disk of this node; exceptionally when it cannot be kept */
    public CompletableFuture<Void> add(Click click) {
        return commits.submit(click);
    }

    /** @return the number of clicks that came into the journal since the start of this node */
    public long added() {
        return added.sum();
    }

    /** @return the number of clicks that came from the journal into the database since then */
    public long stored() {
        return stored.sum();
    }

    /** @return the size of the journal in bytes; 0 when the database has all clicks */
    public long size() {
        return journal.size();
    }

    /** While everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        close();
    }

    @PreDestroy
    void close() {
        commits.close();
        loop.stop();
    }

    private void write(List<Click> batch) {
        journal.add(batch);
        added.add(batch.size());
    }

    /** Stores the clicks of the oldest file. @return whether there may be more */
    private boolean step() {
        if (journal.size() == 0) {
            return false;
        }
        List<Path> files = journal.complete();
        if (files.isEmpty()) {
            return false;
        }
        List<Click> waiting = ClickJournal.read(files.get(0));
        try {
            for (int i = 0; i < waiting.size(); i += ClickRecorder.BATCH_MAX) {
                store(waiting.subList(i, Math.min(waiting.size(), i + ClickRecorder.BATCH_MAX)));
            }
            durable.await();
        } catch (RuntimeException e) {
            // Said once, and not every second of an outage.
            if (!complained) {
                LOG.log(Level.WARNING, "The database takes no clicks: they wait in the journal, and visitors go on", e);
            }
            complained = true;
            return false;
        }
        journal.remove(files.get(0));
        stored.add(waiting.size());
        complained = false;
        LOG.log(Level.INFO, "{0} clicks have come from the journal into the database", waiting.size());
        return true;
    }

    /** One click that the database will never take does not hold the others up. */
    private void store(List<Click> batch) {
        try {
            Contention.retried(() -> {
                clicks.storeMissing(batch);
                return null;
            });
        } catch (RuntimeException e) {
            if (!isBadValue(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                LOG.log(Level.ERROR, "The click " + batch.get(0).id() + " cannot be stored and is left out", e);
            } else {
                batch.forEach(click -> store(List.of(click)));
            }
        }
    }

    /** @return whether a click was refused for what it says, and not for lack of a database */
    static boolean isBadValue(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith(BAD_VALUE)) {
                return true;
            }
        }
        return false;
    }
}
