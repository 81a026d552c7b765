package org.conversions.web.security;

import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.KeyHolder;

/** What a key may do at a resource. */
final class KeyRights {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private KeyRights() {
    }

    /**
     * @param takesPublishable whether the resource is marked with {@link PublishableKey}
     * @throws RequestRefused forbidden
     */
    static void check(KeyHolder holder, String method, boolean takesPublishable) {
        if (holder.publishable()) {
            if (!takesPublishable) {
                throw RequestRefused.forbidden("A publishable key cannot do this: use a secret API key.");
            }
        } else if (!READING.contains(method) && !holder.mayWrite()) {
            throw RequestRefused.forbidden("This API key may only read.");
        }
    }
}
