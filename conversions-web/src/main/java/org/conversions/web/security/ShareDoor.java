package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.conversions.share.OpenShares;
import org.conversions.share.ShareAccess;

/** The door of what is shared: only the token of a share opens it, and it leads nowhere else. */
@ApplicationScoped
public class ShareDoor {

    @Inject
    private OpenShares shares;

    /**
     * @param authorization  the whole header, or null when there is none
     * @param beforePassword whether a password need not have been given
     * @throws RequestRefused not found, the same for whatever is no token of a share that goes on; unauthorized without the password
     */
    ShareAccess check(String authorization, boolean beforePassword) {
        ShareAccess access = shares.find(token(authorization)).orElseThrow(ShareDoor::closed);
        if (access.needsPassword() && !beforePassword) {
            throw new RequestRefused(Code.UNAUTHORIZED, "share_password_required", "This share is protected by a password.");
        }
        return access;
    }

    /** @return the token that a request brings @throws RequestRefused not found for a header that has none */
    public static String token(String authorization) {
        try {
            return BearerToken.of(authorization);
        } catch (RequestRefused e) {
            throw closed();
        }
    }

    private static RequestRefused closed() {
        return RequestRefused.notFound("share_not_found", "There is no such share, or it has ended.");
    }
}
