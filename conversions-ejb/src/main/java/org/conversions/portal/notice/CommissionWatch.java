package org.conversions.portal.notice;

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
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.conversions.platform.NodeStops;
import org.conversions.platform.mail.Mailer;
import org.conversions.platform.work.WorkLoop;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gathers what partners earn, and has it told from time to time, all of it in one mail. What is gathered waits in memory, bounded,
 * and is lost when this node ends: it stands in the portal all the same.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CommissionWatch {

    private static final System.Logger LOG = System.getLogger(CommissionWatch.class.getName());
    private static final String SETTING = "conversions.portal.notice-seconds";
    private static final int WAITING_MAX = 100_000;
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Mailer mailer;
    @Inject
    private CommissionNotices notices;
    @Inject
    @ConfigProperty(name = SETTING, defaultValue = "300")
    private int seconds;
    private final BlockingQueue<Earned> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private WorkLoop loop;

    @PostConstruct
    void start() {
        if (mailer.configured()) {
            loop = new WorkLoop(LOG, "Commissions cannot be told right now", Duration.ofSeconds(Math.max(1, seconds)), STOP_MAX, this::tell);
            loop.start(threads);
        }
    }

    /** Takes what has been committed. What there is no room for is not told. */
    public void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) Earned committed) {
        waiting.offer(committed);
    }

    /** Stops while everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        stop();
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.stop();
        }
    }

    /** Tells all that is there, and then nothing until the next time. */
    private boolean tell() {
        List<Earned> some = new ArrayList<>();
        waiting.drainTo(some);
        some.stream().collect(Collectors.groupingBy(Earned::workspaceId)).forEach(notices::tell);
        return false;
    }
}
