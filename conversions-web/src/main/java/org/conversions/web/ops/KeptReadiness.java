package org.conversions.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The server's answer about the readiness of this node, kept for a second: finding it out asks the database and the
 * broker. One request at a time does; those that come meanwhile get the answer before, or, where that is too old,
 * wait for the new one.
 */
@ApplicationScoped
class KeptReadiness {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long OF_USE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long WAIT_SECONDS = 5;

    /** @param body with what every part says of itself */
    record Answer(int status, String body) {

        private static final Answer UNKNOWN =
                new Answer(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "{\"status\":\"DOWN\",\"checks\":[]}");

        void write(HttpServletResponse response, boolean details) throws IOException {
            response.setStatus(status);
            response.setContentType("application/json");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write((details ? body : withoutDetails()).getBytes(StandardCharsets.UTF_8));
        }

        private String withoutDetails() {
            return "{\"status\":\"" + (status == HttpServletResponse.SC_OK ? "UP" : "DOWN") + "\",\"checks\":[]}";
        }
    }

    private record Kept(Answer answer, long at) {
    }

    private final ReentrantLock asking = new ReentrantLock();
    private volatile Kept kept = new Kept(Answer.UNKNOWN, System.nanoTime() - OF_USE_NANOS);

    /** @param chain leads to the server's own answer */
    Answer now(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (age() < FRESH_NANOS) {
            return kept.answer();
        }
        if (!asking.tryLock() && (age() < OF_USE_NANOS || !awaited())) {
            return kept.answer();
        }
        try {
            if (age() < FRESH_NANOS) {
                return kept.answer();
            }
            HeldBackResponse own = new HeldBackResponse(response);
            chain.doFilter(request, own);
            Answer answer = new Answer(own.getStatus(), own.body());
            kept = new Kept(answer, System.nanoTime());
            return answer;
        } finally {
            asking.unlock();
        }
    }

    /** @return false when the request that asks takes too long: then this node is as good as not ready */
    private boolean awaited() {
        try {
            if (asking.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kept = new Kept(Answer.UNKNOWN, System.nanoTime() - OF_USE_NANOS);
        return false;
    }

    private long age() {
        return System.nanoTime() - kept.at();
    }
}
