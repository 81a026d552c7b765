package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.conversions.access.ApiKeys;
import org.conversions.access.Area;
import org.conversions.access.RightsHolder;
import org.conversions.account.Sessions;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Says of an answer that takes long whether its caller may still have it. To ask does not make a session last longer. */
@ApplicationScoped
public class LastingRights {

    @Inject
    private Sessions sessions;
    @Inject
    private ApiKeys keys;
    @Inject
    private SessionCookie cookie;

    /**
     * @param request that the caller has come in with
     * @return asks whether its session or key is still good for reading in this area and mode of the caller's workspace
     */
    public BooleanSupplier reading(HttpServletRequest request, Caller caller, Area area, Mode mode) {
        WorkspaceId workspace = caller.workspaceId();
        if (caller.session().isPresent()) {
            String token = cookie.token(request).orElseThrow();
            return () -> isGood(sessions.look(token).filter(session -> session.place() != null), workspace, area, mode);
        }
        String token = BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION));
        return () -> isGood(keys.authenticate(token), workspace, area, mode);
    }

    private static boolean isGood(Optional<? extends RightsHolder> holder, WorkspaceId workspace, Area area, Mode mode) {
        return holder.filter(known -> known.workspaceId().equals(workspace) && known.may(area, false)
                && known.mode().reaches(mode)).isPresent();
    }
}
