package org.conversions.sample;

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
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.conversions.platform.NodeStops;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.work.WorkLoop;

/** Plays and removes samples, a part at a time, on a thread of its own and outside of any transaction. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SampleWorker {

    private static final Logger LOG = System.getLogger(SampleWorker.class.getName());

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private SampleSteps steps;
    @Inject
    private SamplePlayer player;
    @Inject
    private SampleRemoval removal;
    private final WorkLoop loop = new WorkLoop(LOG, "Samples cannot be worked on right now", Duration.ofSeconds(1),
            Duration.ofSeconds(5), this::step);

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

    /** @return false when nothing is due */
    private boolean step() {
        Optional<SampleSteps.Part> due = steps.next();
        due.ifPresent(this::work);
        return due.isPresent();
    }

    private void work(SampleSteps.Part part) {
        try {
            if (part.state() == SampleState.REMOVING) {
                removal.goOn(part);
            } else {
                player.play(part);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The sample of workspace " + part.workspaceId() + " cannot go on yet", e);
            steps.failed(part, said(e));
        }
    }

    /** @return a sentence for people: of our own errors the log knows more */
    private static String said(Exception e) {
        return e instanceof RequestRefused || e instanceof IOException ? e.getMessage()
                : "It could not go on; the server's log says why. It is tried again.";
    }
}
