package org.conversions.platform.mail;

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
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.conversions.platform.NodeStops;
import org.conversions.platform.work.WorkLoop;

/** Sends mails, one after the other on a thread of its own. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailWorker {

    private static final Logger LOG = System.getLogger(MailWorker.class.getName());
    /** The time that a stop waits for the mail that is being sent. */
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Clock clock;
    @Inject
    private MailSettings settings;
    private final Outbox outbox = new Outbox();
    private final WorkLoop loop = new WorkLoop(LOG, "Mail cannot be sent right now", Duration.ofSeconds(1), STOP_MAX,
            this::sendNext);

    @PostConstruct
    void start() {
        if (settings.configured()) {
            loop.start(threads);
        }
    }

    /** Takes a mail whose reason has been committed. */
    public void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) Mail mail) {
        if (outbox.add(mail, clock.instant())) {
            loop.wake();
        } else {
            LOG.log(Level.WARNING, "A mail is given up, because {0} wait to be sent", Outbox.WAITING_MAX);
        }
    }

    /** Stops while everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        stop();
    }

    @PreDestroy
    void stop() {
        if (settings.configured()) {
            loop.stop();
        }
    }

    private boolean sendNext() {
        Optional<Outbox.Waiting> next = outbox.next(clock.instant());
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Outbox.Waiting waiting) {
        try {
            new SmtpMessage(settings).send(waiting.mail(), clock.instant());
        } catch (MessagingException | RuntimeException e) {
            boolean again = outbox.again(waiting, clock.instant());
            LOG.log(Level.WARNING, "The mail server did not take a mail, which " + (again ? "is tried again" : "is given up"), e);
        }
    }
}
