package org.conversions.web.security;

import java.util.Set;
import org.conversions.access.Area;
import org.conversions.access.KeyHolder;
import org.conversions.access.RightsHolder;
import org.conversions.account.LoginSession;
import org.conversions.platform.RequestRefused;

/** Checks the rights of a key or person at a resource. */
final class KeyRights {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private KeyRights() {
    }

    /**
     * @param area             what the resource is about; null when it does not say, and then all rights are needed
     * @param takesPublishable whether the resource is marked with {@link PublishableKey}
     * @throws RequestRefused forbidden, naming the scope
     */
    static void check(RightsHolder holder, String method, Area area, boolean takesPublishable) {
        if (holder.publishable()) {
            if (!takesPublishable) {
                throw RequestRefused.forbidden("secret_key_needed",
                        "A publishable key cannot do this: use a secret API key.");
            }
            return;
        }
        boolean writing = !READING.contains(method);
        if (area == null ? !holder.mayEverything() : !holder.may(area, writing)) {
            if (holder instanceof LoginSession session) {
                throw RequestRefused.forbidden("role_too_narrow", "Your role in this workspace, " + session.role().text()
                        + ", does not allow this. Ask an owner.");
            }
            throw RequestRefused.forbidden("scope_missing", "This API key lacks the scope "
                    + (area == null ? KeyHolder.SCOPE_ALL : area.scope(writing)) + ".");
        }
    }
}
