package org.conversions.setup;

import jakarta.enterprise.context.ApplicationScoped;
import org.conversions.platform.Ids;
import org.conversions.platform.secret.TokenHash;

/**
 * The one-time token of the set-up page. Only its hash is here, and nowhere else: a restart makes another one, and
 * on several nodes each has its own.
 */
@ApplicationScoped
class SetupToken {

    /** 190 bits. */
    private static final int LENGTH = 32;

    private volatile String hash;

    /** @return a new token, and the one before is worth nothing */
    String issue() {
        String token = Ids.random(LENGTH);
        hash = TokenHash.sha256(token);
        return token;
    }

    boolean matches(String token) {
        return hash != null && token != null && TokenHash.matches(token, hash);
    }
}
