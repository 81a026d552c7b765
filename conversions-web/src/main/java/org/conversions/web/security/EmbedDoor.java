package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.conversions.portal.EmbedAccess;
import org.conversions.portal.EmbedTokens;

/** The door of the embedded page: only a token of the page opens it, and it leads nowhere else. */
@ApplicationScoped
public class EmbedDoor {

    @Inject
    private EmbedTokens tokens;

    /**
     * @param authorization the whole header, or null when there is none
     * @throws RequestRefused unauthorized; bad_request when it is not of the form that it must have
     */
    public EmbedAccess check(String authorization) {
        return tokens.find(BearerToken.of(authorization)).orElseThrow(EmbedDoor::closed);
    }

    public static RequestRefused closed() {
        return new RequestRefused(Code.UNAUTHORIZED, "embed_token_unknown", "Unknown or expired embed token.");
    }
}
