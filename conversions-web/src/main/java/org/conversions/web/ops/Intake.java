package org.conversions.web.ops;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;
import org.conversions.platform.NodeStops;
import org.conversions.web.error.ErrorPage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;

/**
 * Counts the requests that are being answered, so that a stop can wait for them, and turns new ones away meanwhile. It
 * is the first filter (see web.xml) and a managed bean, which is there from the moment this application can answer.
 */
public class Intake extends HttpFilter implements IntakeMXBean {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(Intake.class.getName());
    private static final String NAME = "org.conversions:type=Intake";

    /** The seconds after which a refused caller may come again: then another node, or this one after its start, answers. */
    private static final String RETRY_AFTER_SECONDS = "30";

    /** The wait for an instant in which no request is being turned away: under load there may be none. */
    private static final int REFUSALS_SECONDS = 1;

    @Inject
    private transient Event<NodeStops> stops;
    @Inject
    private transient Event<IntakeCloses> closes;
    @Inject
    @Readiness
    private transient IntakeHealth health;
    @Inject
    @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080")
    private String baseUrl;

    /** One permit for each request in hand. Whoever holds all of them knows that there is none, and that none comes. */
    private final transient Semaphore permits = new Semaphore(Integer.MAX_VALUE);

    /** The same for those that are being turned away. */
    private final transient Semaphore refusals = new Semaphore(Integer.MAX_VALUE);
    private volatile boolean closed;

    @Override
    public void init() throws ServletException {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
        } catch (JMException e) {
            throw new ServletException(e);
        }
    }

    @Override
    public void destroy() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int getInHand() {
        return Integer.MAX_VALUE - permits.availablePermits();
    }

    @Override
    public int close(int seconds) {
        closed = true;
        health.close();
        withOwnClasses(() -> closes.fire(new IntakeCloses()));
        try {
            boolean done = permits.tryAcquire(Integer.MAX_VALUE, seconds, TimeUnit.SECONDS);
            refusals.tryAcquire(Integer.MAX_VALUE, REFUSALS_SECONDS, TimeUnit.SECONDS);
            withOwnClasses(() -> stops.fire(new NodeStops()));
            return done ? 0 : getInHand();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return getInHand();
        }
    }

    /** Runs under the class loader that every request has: the caller may be none of this application's threads. */
    private static void withOwnClasses(Runnable work) {
        Thread caller = Thread.currentThread();
        ClassLoader callers = caller.getContextClassLoader();
        caller.setContextClassLoader(Intake.class.getClassLoader());
        try {
            work.run();
        } finally {
            caller.setContextClassLoader(callers);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            answerLater(request, response, chain);
        } else if (closed || !permits.tryAcquire()) {
            turnAway(response);
        } else {
            answer(new RequestInHand(request, permits), response, chain);
        }
    }

    private void answer(RequestInHand request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
            if (!request.isAsync()) {
                sendBeforeTheStop(response);
            }
        } finally {
            if (!request.isAsync()) {
                request.end();
            }
        }
    }

    private void answerLater(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
            if (!request.isAsyncStarted()) {
                sendBeforeTheStop(response);
            }
        } finally {
            RequestInHand taken = RequestInHand.of(request);
            if (taken != null && !request.isAsyncStarted()) {
                taken.end();
            }
        }
    }

    /**
     * Sends the answer before the port may be closed: the server would send it a moment later. An error still gets its
     * page from it.
     */
    private void sendBeforeTheStop(HttpServletResponse response) throws IOException {
        if (closed && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
            response.setHeader("Connection", "close");
            response.flushBuffer();
        }
    }

    private void turnAway(HttpServletResponse response) {
        boolean counted = refusals.tryAcquire();
        try {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            response.setHeader("Connection", "close");
            ErrorPage.write(HttpServletResponse.SC_SERVICE_UNAVAILABLE, response, baseUrl);
            response.flushBuffer();
        } catch (IOException e) {
            // The port was closed meanwhile, and the caller learns it from that.
            LOG.log(Level.FINE, "A request came too late even for an answer", e);
        } finally {
            if (counted) {
                refusals.release();
            }
        }
    }
}
