package org.conversions.web.api.me;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import org.conversions.platform.RequestRefused;
import org.conversions.web.error.TooManyRequests;
import org.conversions.web.front.TrustedProxies;
import org.conversions.web.limit.LoginTries;
import org.conversions.web.security.Caller;

/**
 * Runs what asks a person who is signed in for the password or a code again. A wrong one counts like that of a login: whoever
 * finds a session open must not be able to guess on.
 */
@RequestScoped
public class PersonChecks {

    private static final Set<String> FAILURES = Set.of("password_wrong", "code_wrong");

    @Inject
    private LoginTries tries;
    @Inject
    private TrustedProxies proxies;
    @Inject
    private Caller caller;
    @Inject
    private Clock clock;
    @Context
    private HttpServletRequest connection;

    /** @throws TooManyRequests after too many wrong ones */
    public <T> T run(Supplier<T> change) {
        String account = caller.person().person().email();
        String address = proxies.visitor(connection);
        tries.take(account, address).ifPresent(used -> {
            throw new TooManyRequests("Too many wrong passwords or codes. Wait a few minutes.", used.secondsFrom(clock.instant()));
        });
        try {
            T result = change.get();
            tries.giveBack(account, address);
            return result;
        } catch (RequestRefused e) {
            if (!FAILURES.contains(e.reason())) {
                tries.giveBack(account, address);
            }
            throw e;
        }
    }
}
