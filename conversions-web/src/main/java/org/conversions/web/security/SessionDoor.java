package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.conversions.account.LoginSession;
import org.conversions.account.Sessions;
import org.conversions.platform.RequestRefused;
import org.conversions.web.front.RootApiFilter;

/**
 * The door of people who are signed in. Their cookie counts on this server's own host only, below /api and for the pages
 * that this server makes, and a write with it has to show that a page of ours made it.
 */
@ApplicationScoped
public class SessionDoor {

    /** The header that a write has to bring. */
    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** What visitors and their pages call, below the API's root: a person is nobody there. */
    private static final String TRACK = "track/";

    @Inject
    private Sessions sessions;
    @Inject
    private SessionCookie cookie;
    @Inject
    private OwnPages pages;

    /**
     * @param path below the API's root, as its resource is found by
     * @return the session of the request's cookie; empty without one, for one that is over, and where it does not count
     * @throws RequestRefused forbidden for a write that does not show where it comes from
     */
    public Optional<LoginSession> session(HttpServletRequest request, String path) {
        if (!pages.addressed(request) || RootApiFilter.atRoot(request) || path.startsWith(TRACK)) {
            return Optional.empty();
        }
        Optional<LoginSession> session = cookie.token(request).flatMap(sessions::find);
        if (!READING.contains(request.getMethod())) {
            session.ifPresent(known -> check(request, known));
        }
        return session;
    }

    /** @throws RequestRefused forbidden for a request that a page of another site made */
    public void refuseOtherSites(HttpServletRequest request) {
        if (!pages.sent(request)) {
            throw RequestRefused.forbidden("other_site", "A page of another site cannot do this.");
        }
    }

    private void check(HttpServletRequest request, LoginSession session) {
        refuseOtherSites(request);
        if (!sessions.isCsrfToken(session, request.getHeader(CSRF_HEADER))) {
            throw RequestRefused.forbidden("csrf_token_wrong", "The header " + CSRF_HEADER
                    + " must have the csrfToken of GET /api/session.");
        }
    }
}
