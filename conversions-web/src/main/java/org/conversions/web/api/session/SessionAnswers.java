package org.conversions.web.api.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.account.LoginSession;
import org.conversions.account.MembershipView;
import org.conversions.account.Memberships;
import org.conversions.account.Sessions;
import org.conversions.account.StartedSession;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.web.security.SessionCookie;
import org.conversions.workspace.WorkspaceView;
import org.conversions.workspace.Workspaces;

/** Makes the answers that show a session, and those that begin one. */
@ApplicationScoped
public class SessionAnswers {

    @Inject
    private Sessions sessions;
    @Inject
    private Memberships memberships;
    @Inject
    private Workspaces workspaces;
    @Inject
    private SessionCookie cookie;
    @Inject
    private Clock clock;

    public SessionAnswer of(LoginSession session) {
        SessionAnswer.Workspace chosen = session.place() == null ? null
                : SessionAnswer.Workspace.of(workspaces.get(session.workspaceId()), session.role());
        return SessionAnswer.of(session, chosen, choices(session), sessions.csrfToken(session));
    }

    /** @return the workspaces of the person, the oldest membership first */
    public List<SessionAnswer.Choice> choices(LoginSession session) {
        List<MembershipView> all = memberships.of(session.personId());
        Map<WorkspaceId, WorkspaceView> views = workspaces.ofIds(all.stream().map(MembershipView::workspaceId).toList()).stream()
                .collect(Collectors.toMap(WorkspaceView::id, Function.identity()));
        return all.stream().map(membership -> SessionAnswer.Choice.of(views.get(membership.workspaceId()), membership.role()))
                .toList();
    }

    /** @return the session, and its cookie */
    public Response begun(StartedSession started) {
        return Response.ok(of(started.session())).header(HttpHeaders.SET_COOKIE, cookie(started)).build();
    }

    /** @return the cookie of a session that has just begun, or has another token */
    public String cookie(StartedSession started) {
        return cookie.carrying(started.token(), Duration.between(clock.instant(), started.session().expiresAt()).toSeconds());
    }
}
