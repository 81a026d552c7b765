package org.conversions.account.reset;

import java.time.Instant;

/** An address that sets another password, once. It is shown this once. */
public record ResetLink(String url, Instant expiresAt) {

    /** Leaves the address out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "ResetLink[until " + expiresAt + "]";
    }
}
