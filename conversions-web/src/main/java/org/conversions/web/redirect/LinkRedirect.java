package org.conversions.web.redirect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.conversions.address.UrlQuery;
import org.conversions.click.Click;
import org.conversions.click.recorder.ClickLimits;
import org.conversions.click.recorder.ClickRecorder;
import org.conversions.click.recorder.VisitReader;
import org.conversions.click.redirect.Outgoing;
import org.conversions.click.redirect.RedirectDecision;
import org.conversions.click.redirect.RedirectPolicy;
import org.conversions.click.visit.Uncounted;
import org.conversions.click.visit.Visit;
import org.conversions.link.directory.LinkDomain;
import org.conversions.link.directory.LinkTarget;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.id.ClickId;

/**
 * Answers the visit of a short link. A person's click is in the database before the person is sent on; programs and
 * visitors who ask not to be counted are sent on at once, without a click id.
 */
@ApplicationScoped
class LinkRedirect {

    private static final Logger LOG = Logger.getLogger(LinkRedirect.class.getName());
    private static final long COMPLAINT_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** A visitor who may go on to the destination. @param variant which one of a test it is, or null */
    private record Forward(LinkTarget target, Outgoing outgoing, String variant, boolean framed) {
    }

    @Inject
    private VisitRequest visits;
    @Inject
    private VisitReader reader;
    @Inject
    private ClickRecorder recorder;
    @Inject
    private ClickLimits limits;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private LinkLock lock;
    @Inject
    private Clock clock;

    private final AtomicLong lastComplaint = new AtomicLong(System.nanoTime() - COMPLAINT_INTERVAL_NANOS);

    /** Answers the visit, or begins to commit its click and answers when that is done. */
    void answer(LinkTarget target, LinkDomain domain, Exchange exchange) throws IOException {
        HttpServletRequest request = exchange.request();
        Visit visit = visits.of(request);
        LinkLock.Proof proof = lock.proof(request, target, visit.address());
        Uncounted why = Outgoing.untracked(request.getQueryString()) || request.getHeader(Outgoing.NO_TRACK) != null
                ? Uncounted.NO_TRACK : reader.uncounted(visit).orElse(null);
        String country = target.rules().geo().isEmpty() ? "" : reader.place(visit).country();
        String seen = VariantCookie.variant(request.getCookies(), target).orElse(null);
        RedirectDecision decision = RedirectPolicy.decide(new RedirectPolicy.Visitor(visit.userAgent(), why, country,
                proof == LinkLock.Proof.RIGHT, seen, ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE)),
                target, domain, clock.instant());
        if (!target.rules().doIndex()) {
            exchange.response().setHeader("X-Robots-Tag", "noindex");
        }
        if (decision instanceof RedirectDecision.Locked) {
            askForPassword(proof, exchange);
        } else if (decision instanceof RedirectDecision.Preview preview) {
            Outgoing outgoing = Outgoing.of(target, preview.url(), request.getQueryString());
            recorder.note(visit, reader.uncounted(visit, target, outgoing, why));
            exchange.show(VisitorPage.preview(target.rules(), outgoing.location()));
        } else if (exchange.isPost()) {
            unlock(target, exchange);
        } else if (decision instanceof RedirectDecision.Framed framed) {
            Outgoing outgoing = Outgoing.of(target, framed.url(), request.getQueryString());
            forward(new Forward(target, outgoing, framed.variant(), true), visit, why, exchange);
        } else if (decision instanceof RedirectDecision.SentOn sentOn) {
            Outgoing outgoing = Outgoing.of(target, sentOn.url(), request.getQueryString());
            forward(new Forward(target, outgoing, sentOn.variant(), false), visit, why, exchange);
        } else if (decision instanceof RedirectDecision.Expired expired) {
            exchange.expired(expired.url());
        } else if (decision instanceof RedirectDecision.NotFound nothing) {
            exchange.notFound(nothing.url());
        } else {
            throw new IllegalStateException("There is no answer for " + decision.getClass().getSimpleName());
        }
    }

    /** Says that the database does not answer. @param failure the reason, which is logged from time to time */
    void unavailable(Exchange exchange, Throwable failure) throws IOException {
        long last = lastComplaint.get();
        long now = System.nanoTime();
        if (!(failure instanceof GroupCommit.QueueFull) && now - last >= COMPLAINT_INTERVAL_NANOS
                && lastComplaint.compareAndSet(last, now)) {
            LOG.log(Level.SEVERE, "Clicks are refused, because the database does not answer as it should", failure);
        }
        exchange.response().setHeader("Retry-After", "1");
        exchange.show(VisitorPage.unavailable());
    }

    private void forward(Forward forward, Visit visit, Uncounted why, Exchange exchange) throws IOException {
        if (why != null) {
            sendUncounted(forward, visit, why, exchange);
            return;
        }
        Optional<ClickId> earlier = RepeatCookie.clickId(exchange.request().getCookies(), forward.target());
        if (earlier.isPresent()) {
            send(forward, forward.outgoing().location(earlier.get()), exchange);
        } else if (limits.counts(visit, forward.target())) {
            count(forward, reader.read(visit, forward.target(), forward.outgoing()), exchange);
        } else {
            sendUncounted(forward, visit, Uncounted.TOO_MANY, exchange);
        }
    }

    private void count(Forward forward, Click click, Exchange exchange) {
        AsyncContext waiting = exchange.request().startAsync();
        // The recorder has its own time limit, so that the container's cannot answer at the same moment.
        waiting.setTimeout(0);
        recorder.record(click).whenComplete((stored, failure) -> {
            try {
                if (failure == null) {
                    counted(forward, click.id(), exchange);
                } else {
                    unavailable(exchange, failure instanceof CompletionException ? failure.getCause() : failure);
                }
            } catch (IOException e) {
                LOG.log(Level.FINE, "The visitor has gone", e);
            } catch (RuntimeException | Error e) {
                // No container sees it here.
                LOG.log(Level.SEVERE, "A visitor whose click is stored cannot be answered", e);
                exchange.response().setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            } finally {
                waiting.complete();
            }
        });
    }

    /** Redirects a visitor whose click is stored. */
    private void counted(Forward forward, ClickId clickId, Exchange exchange) throws IOException {
        exchange.setCookie(RepeatCookie.header(forward.target(), clickId, shortDomain.secure()));
        send(forward, forward.outgoing().location(clickId), exchange);
    }

    private void sendUncounted(Forward forward, Visit visit, Uncounted why, Exchange exchange) throws IOException {
        recorder.note(visit, reader.uncounted(visit, forward.target(), forward.outgoing(), why));
        send(forward, forward.outgoing().location(), exchange);
    }

    private void send(Forward forward, String location, Exchange exchange) throws IOException {
        if (forward.variant() != null) {
            exchange.setCookie(VariantCookie.header(forward.target(), forward.variant(), shortDomain.secure()));
        }
        if (forward.framed()) {
            exchange.show(VisitorPage.frame(forward.target().rules(), location));
        } else {
            exchange.redirect(location);
        }
    }

    private static void askForPassword(LinkLock.Proof proof, Exchange exchange) throws IOException {
        if (proof == LinkLock.Proof.TOO_MANY_TRIES) {
            exchange.response().setHeader("Retry-After",
                    String.valueOf(PasswordAttempts.FORGOTTEN_AFTER.toSeconds()));
        }
        exchange.show(VisitorPage.locked(proof));
    }

    /** Sends a visitor who gave the right password to the same address again, where the click is counted. */
    private void unlock(LinkTarget target, Exchange exchange) {
        HttpServletRequest request = exchange.request();
        exchange.setCookie(lock.cookie(target, shortDomain.secure()));
        UrlQuery again = new UrlQuery(LinkCookie.path(target), UrlQuery.parametersOf(request.getQueryString()).stream()
                .map(UrlQuery::clean).toList(), "").without(Outgoing.PASSWORD::equals);
        exchange.redirect(request.getContextPath() + again);
        exchange.response().setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
}
