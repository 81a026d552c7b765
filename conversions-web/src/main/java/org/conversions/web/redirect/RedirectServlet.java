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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.conversions.click.BotFilter;
import org.conversions.click.Click;
import org.conversions.click.ClickRecorder;
import org.conversions.click.Outgoing;
import org.conversions.click.Visit;
import org.conversions.click.VisitReader;
import org.conversions.link.LinkDirectory;
import org.conversions.link.LinkDomains;
import org.conversions.link.LinkKey;
import org.conversions.link.LinkTarget;
import org.conversions.link.ShortDomain;
import org.conversions.platform.GroupCommit;

/**
 * Answers every address that nothing else answers: a short link, or nothing. A person's click is in the database
 * before the person is sent on; programs and whoever asks not to be counted are sent on without a click id.
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

    /** What the commit of a click has come to. @param failure null when the click is in the database */
    private record Outcome(LinkTarget target, String clickId, String location, Throwable failure) {
    }

    @Inject
    private transient LinkDomains domains;
    @Inject
    private transient LinkDirectory directory;
    @Inject
    private transient VisitRequest visits;
    @Inject
    private transient VisitReader reader;
    @Inject
    private transient ClickRecorder recorder;
    @Inject
    private transient ShortDomain shortDomain;

    private final AtomicLong lastComplaint = new AtomicLong(System.nanoTime() - COMPLAINT_INTERVAL_NANOS);

    @Override
    public void init() {
        reader.prepare();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            finish((Outcome) request.getAttribute(OUTCOME), response);
            return;
        }
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            say(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Only GET and HEAD are understood here.");
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (LinkKey.reserved(path.substring(Math.min(1, path.length())))) {
            serveFile(path, request, response);
            return;
        }
        Optional<String> key = RequestedKey.of(path);
        Optional<LinkTarget> target;
        try {
            String domain = domains.of(request.getHeader("Host")).slug();
            target = key.flatMap(known -> directory.find(domain, known));
        } catch (RuntimeException e) {
            unavailable(response, e);
            return;
        }
        if (target.isPresent()) {
            redirect(target.get(), request, response);
        } else if (key.filter(LinkKey.ROOT::equals).isPresent()) {
            sendTo(response, request.getContextPath() + DASHBOARD);
        } else {
            response.setHeader("Cache-Control", "private, no-store");
            say(response, HttpServletResponse.SC_NOT_FOUND, "There is no link at this address.");
        }
    }

    private void redirect(LinkTarget target, HttpServletRequest request, HttpServletResponse response) {
        Outgoing outgoing =
                Outgoing.of(target.url(), target.trackConversion(), target.vocabulary(), request.getQueryString());
        Visit visit = visits.of(request);
        if (!BotFilter.isPerson(visit) || outgoing.untracked() || request.getHeader(Outgoing.NO_TRACK) != null) {
            sendTo(response, outgoing.location());
            return;
        }
        Optional<String> earlier = RepeatCookie.clickId(request.getCookies(), target);
        if (earlier.isPresent()) {
            sendTo(response, outgoing.location(earlier.get()));
            return;
        }
        Click click = reader.read(visit, target, outgoing);
        AsyncContext waiting = request.startAsync();
        // The commit has its own time limit, so that the container's cannot answer at the same moment.
        waiting.setTimeout(0);
        recorder.record(click).toCompletableFuture().orTimeout(COMMIT_SECONDS_MAX, TimeUnit.SECONDS)
                .whenComplete((stored, failure) -> {
                    request.setAttribute(OUTCOME,
                            new Outcome(target, click.id(), outgoing.location(click.id()), failure));
                    // Answered by a thread of the container: a slow visitor must not hold up the next commit.
                    waiting.dispatch();
                });
    }

    private void finish(Outcome outcome, HttpServletResponse response) throws IOException {
        if (outcome.failure() != null) {
            unavailable(response, outcome.failure());
            return;
        }
        response.addHeader("Set-Cookie",
                RepeatCookie.header(outcome.target(), outcome.clickId(), shortDomain.secure()));
        sendTo(response, outcome.location());
    }

    private void serveFile(String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (path.equals("/app")) {
            sendTo(response, request.getContextPath() + DASHBOARD);
        } else {
            getServletContext().getNamedDispatcher("default").forward(request, response);
        }
    }

    private static void sendTo(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", location);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setContentLength(0);
    }

    private void unavailable(HttpServletResponse response, Throwable failure) throws IOException {
        long last = lastComplaint.get();
        long now = System.nanoTime();
        if (!(failure instanceof GroupCommit.QueueFull) && now - last >= COMPLAINT_INTERVAL_NANOS
                && lastComplaint.compareAndSet(last, now)) {
            LOG.log(Level.SEVERE, "Clicks are refused, because the database does not answer as it should", failure);
        }
        response.setHeader("Retry-After", "1");
        response.setHeader("Cache-Control", "private, no-store");
        say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Please try again in a moment.");
    }

    private static void say(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(text);
    }
}
