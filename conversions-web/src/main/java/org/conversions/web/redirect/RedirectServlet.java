package org.conversions.web.redirect;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.conversions.address.LinkKey;
import org.conversions.address.UrlQuery;
import org.conversions.click.BotFilter;
import org.conversions.click.Click;
import org.conversions.click.ClickLimits;
import org.conversions.click.ClickRecorder;
import org.conversions.click.Outgoing;
import org.conversions.click.RedirectDecision;
import org.conversions.click.RedirectPolicy;
import org.conversions.click.Uncounted;
import org.conversions.click.Visit;
import org.conversions.click.VisitReader;
import org.conversions.link.directory.LinkDomain;
import org.conversions.link.directory.LinkTarget;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.GroupCommit;

/**
 * Answers every address that nothing else answers: a short link, or nothing. A person's click is in the database
 * before the person is sent on; programs and whoever asks not to be counted are sent on at once, without a click id.
 *
 * <p>No Referrer-Policy is set: a redirect's policy would replace the one that the page with the link has chosen.
 */
@WebServlet(name = "redirect", urlPatterns = "/", asyncSupported = true, loadOnStartup = 1)
public class RedirectServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(RedirectServlet.class.getName());

    private static final long COMMIT_SECONDS_MAX = 10;
    private static final long COMPLAINT_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String OUTCOME = RedirectServlet.class.getName() + ".outcome";
    private static final String DASHBOARD = "/app/";

    /** A visitor who may go on to the destination. @param variant which one of a test it is, or null */
    private record Passage(LinkTarget target, Outgoing outgoing, String variant, boolean framed) {
    }

    /** What the commit of a click has come to. @param failure null when the click is in the database */
    private record Outcome(Passage passage, String clickId, Throwable failure) {
    }

    @Inject
    private transient LinkLookup lookup;
    @Inject
    private transient VisitRequest visits;
    @Inject
    private transient VisitReader reader;
    @Inject
    private transient ClickRecorder recorder;
    @Inject
    private transient ClickLimits limits;
    @Inject
    private transient ShortDomain shortDomain;
    @Inject
    private transient LinkLock lock;
    @Inject
    private transient Clock clock;

    private final AtomicLong lastComplaint = new AtomicLong(System.nanoTime() - COMPLAINT_INTERVAL_NANOS);

    @Override
    public void init() {
        reader.prepare();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            finish((Outcome) request.getAttribute(OUTCOME), request, response);
            return;
        }
        String method = request.getMethod();
        boolean post = method.equals("POST");
        if (!post && !method.equals("GET") && !method.equals("HEAD")) {
            refuseMethod(response);
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean file = LinkKey.reserved(path.substring(Math.min(1, path.length())));
        Optional<String> key = file ? Optional.empty() : RequestedKey.of(path);
        LinkLookup.Found found;
        try {
            found = lookup.find(request, key);
        } catch (RuntimeException e) {
            unavailable(request, response, e);
            return;
        }
        if (found.waitsFor().isPresent()) {
            response.setHeader("Retry-After", String.valueOf(found.waitsFor().getAsLong()));
            VisitorPage.tooManyMisses().write(request, response);
            return;
        }
        LinkDomain domain = found.domain();
        Optional<LinkTarget> target = found.target();
        if (post && target.filter(link -> link.rules().password() != null).isEmpty()) {
            refuseMethod(response);
        } else if (file) {
            serveFile(path, domain, request, response);
        } else if (target.isPresent()) {
            receive(target.get(), domain, request, response);
        } else if (domain.workspaceId() == null && key.filter(LinkKey.ROOT::equals).isPresent()) {
            sendTo(response, request.getContextPath() + DASHBOARD);
        } else {
            answer(new RedirectDecision.NotFound(domain.notFoundUrl()), request, response);
        }
    }

    private void receive(LinkTarget target, LinkDomain domain, HttpServletRequest request,
                         HttpServletResponse response) throws IOException {
        Visit visit = visits.of(request);
        LinkLock.Proof proof = lock.proof(request, target, visit.address());
        Uncounted why = Outgoing.untracked(request.getQueryString()) || request.getHeader(Outgoing.NO_TRACK) != null
                ? Uncounted.NO_TRACK : BotFilter.uncounted(visit).orElse(null);
        String country = target.rules().geo().isEmpty() ? "" : reader.place(visit).country();
        String variant = VariantCookie.variant(request.getCookies(), target).orElse(null);
        RedirectDecision reception = RedirectPolicy.decide(new RedirectPolicy.Visitor(visit.userAgent(), why, country,
                proof == LinkLock.Proof.RIGHT, variant, ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE)),
                target, domain, clock.instant());
        if (!target.rules().doIndex()) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        if (reception instanceof RedirectDecision.Locked) {
            locked(proof, request, response);
        } else if (reception instanceof RedirectDecision.Preview preview) {
            Outgoing outgoing = Outgoing.of(target, preview.url(), request.getQueryString());
            recorder.note(visit, reader.uncounted(visit, target, outgoing, why));
            VisitorPage.preview(target.rules(), outgoing.location()).write(request, response);
        } else if (request.getMethod().equals("POST")) {
            open(target, request, response);
        } else if (reception instanceof RedirectDecision.Framed framed) {
            welcome(passage(target, framed.url(), framed.variant(), true, request), visit, why, request, response);
        } else if (reception instanceof RedirectDecision.SentOn sentOn) {
            welcome(passage(target, sentOn.url(), sentOn.variant(), false, request), visit, why, request, response);
        } else {
            answer(reception, request, response);
        }
    }

    private static Passage passage(LinkTarget target, String url, String variant, boolean framed,
                               HttpServletRequest request) {
        return new Passage(target, Outgoing.of(target, url, request.getQueryString()), variant, framed);
    }

    private void welcome(Passage passage, Visit visit, Uncounted why, HttpServletRequest request,
                         HttpServletResponse response) throws IOException {
        if (why != null) {
            leadUncounted(passage, visit, why, request, response);
            return;
        }
        Optional<String> earlier = RepeatCookie.clickId(request.getCookies(), passage.target());
        if (earlier.isPresent()) {
            lead(passage, passage.outgoing().location(earlier.get()), request, response);
            return;
        }
        if (!limits.counts(visit, passage.target())) {
            leadUncounted(passage, visit, Uncounted.TOO_MANY, request, response);
            return;
        }
        Click click = reader.read(visit, passage.target(), passage.outgoing());
        AsyncContext waiting = request.startAsync();
        // The commit has its own time limit, so that the container's cannot answer at the same moment.
        waiting.setTimeout(0);
        recorder.record(click).toCompletableFuture().orTimeout(COMMIT_SECONDS_MAX, TimeUnit.SECONDS)
                .whenComplete((stored, failure) -> {
                    request.setAttribute(OUTCOME, new Outcome(passage, click.id(), failure));
                    // Answered by a thread of the container: a slow visitor must not hold up the next commit.
                    waiting.dispatch();
                });
    }

    private void leadUncounted(Passage passage, Visit visit, Uncounted why, HttpServletRequest request,
                               HttpServletResponse response) throws IOException {
        recorder.note(visit, reader.uncounted(visit, passage.target(), passage.outgoing(), why));
        lead(passage, passage.outgoing().location(), request, response);
    }

    private void finish(Outcome outcome, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (outcome.failure() != null) {
            unavailable(request, response, outcome.failure());
            return;
        }
        Passage passage = outcome.passage();
        response.addHeader("Set-Cookie",
                RepeatCookie.header(passage.target(), outcome.clickId(), shortDomain.secure()));
        lead(passage, passage.outgoing().location(outcome.clickId()), request, response);
    }

    private void lead(Passage passage, String location, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (passage.variant() != null) {
            response.addHeader("Set-Cookie",
                    VariantCookie.header(passage.target(), passage.variant(), shortDomain.secure()));
        }
        if (passage.framed()) {
            VisitorPage.frame(passage.target().rules(), location).write(request, response);
        } else {
            sendTo(response, location);
        }
    }

    private static void locked(LinkLock.Proof proof, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (proof == LinkLock.Proof.TOO_MANY_TRIES) {
            response.setHeader("Retry-After", String.valueOf(PasswordAttempts.FORGOTTEN_AFTER.toSeconds()));
        }
        VisitorPage.locked(proof).write(request, response);
    }

    /** The password was right: the same address again, where the click is counted. */
    private void open(LinkTarget target, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", lock.cookie(target, shortDomain.secure()));
        UrlQuery again = new UrlQuery(LinkCookie.path(target), UrlQuery.parametersOf(request.getQueryString()).stream()
                .map(UrlQuery::clean).toList(), "").without(Outgoing.PASSWORD::equals);
        sendTo(response, request.getContextPath() + again);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    /** Answers who cannot go on to the destination. */
    private static void answer(RedirectDecision reception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("X-Robots-Tag", "noindex");
        if (reception instanceof RedirectDecision.Expired expired) {
            sendToOrSay(expired.url(), VisitorPage.expired(), request, response);
        } else if (reception instanceof RedirectDecision.NotFound nothing) {
            sendToOrSay(nothing.url(), VisitorPage.notFound(), request, response);
        } else {
            throw new IllegalStateException("There is no answer for " + reception.getClass().getSimpleName());
        }
    }

    private static void sendToOrSay(String url, VisitorPage page, HttpServletRequest request,
                                    HttpServletResponse response) throws IOException {
        if (url == null) {
            page.write(request, response);
        } else {
            sendTo(response, url);
        }
    }

    private void serveFile(String path, LinkDomain domain, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> association = WellKnown.file(path, domain);
        if (association.isPresent()) {
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().print(association.get());
        } else if (domain.workspaceId() != null) {
            // A merchant's domain serves short links: nobody is asked to log in under it.
            answer(new RedirectDecision.NotFound(domain.notFoundUrl()), request, response);
        } else if (path.equals("/app")) {
            sendTo(response, request.getContextPath() + DASHBOARD);
        } else {
            getServletContext().getNamedDispatcher("default").forward(request, response);
        }
    }

    private static void sendTo(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", location);
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(0);
    }

    private void unavailable(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        long last = lastComplaint.get();
        long now = System.nanoTime();
        if (!(failure instanceof GroupCommit.QueueFull) && now - last >= COMPLAINT_INTERVAL_NANOS
                && lastComplaint.compareAndSet(last, now)) {
            LOG.log(Level.SEVERE, "Clicks are refused, because the database does not answer as it should", failure);
        }
        response.setHeader("Retry-After", "1");
        VisitorPage.unavailable().write(request, response);
    }

    private static void refuseMethod(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        response.setHeader("Allow", "GET, HEAD");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println("Only GET and HEAD are understood here.");
    }
}
