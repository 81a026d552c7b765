package org.conversions.web.api.overview;

import org.conversions.access.Area;
import org.conversions.account.LoginSession;
import org.conversions.overview.Teammate;
import org.conversions.web.security.Caller;

/** Tells who of a workspace the caller is. */
final class Teammates {

    private Teammates() {
    }

    static Teammate of(Caller caller) {
        return new Teammate(caller.workspaceId(), caller.session().map(LoginSession::personId).orElse(null),
                caller.mayWrite(Area.ANALYTICS));
    }
}
