package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import org.conversions.access.KeyHolder;
import org.conversions.access.KeyKind;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;

/** The door of what an app may know about itself: any access token opens it, whatever its scopes. */
@ApplicationScoped
public class AppDoor {

    @Inject
    private ShownKeys keys;

    /** @throws RequestRefused unauthorized; bad_request for a header that is not of the form that it must have */
    public KeyHolder check(HttpServletRequest request) {
        return keys.holder(request, BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION)))
                .filter(holder -> holder.kind() == KeyKind.OAUTH).orElseThrow(AppDoor::closed);
    }

    public static RequestRefused closed() {
        return new RequestRefused(Code.UNAUTHORIZED, "key_unknown", "Unknown or expired access token.");
    }
}
