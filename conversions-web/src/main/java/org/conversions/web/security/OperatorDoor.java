package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.conversions.access.OperatorToken;
import org.conversions.address.IpAddress;
import org.conversions.platform.RequestRefused;
import org.conversions.web.front.TrustedProxies;
import org.conversions.web.limit.KeyTries;

/**
 * The door of what only the operator of this server may see: open to a call from this very machine that no proxy has
 * passed on, and to the operator's token. Guesses are counted as those of API keys are.
 */
@ApplicationScoped
public class OperatorDoor {

    @Inject
    private OperatorToken operator;
    @Inject
    private KeyTries tries;
    @Inject
    private TrustedProxies proxies;

    /** @return false also for a token that is malformed or wrong, and for any after too many wrong ones */
    public boolean admits(HttpServletRequest request) {
        String address = proxies.visitor(request);
        return IpAddress.parse(address).filter(InetAddress::isLoopbackAddress).isPresent()
                || request.getHeader("Authorization") != null && brings(request.getHeader("Authorization"), address);
    }

    private boolean brings(String authorization, String address) {
        String token;
        try {
            token = BearerToken.of(authorization);
        } catch (RequestRefused e) {
            return false;
        }
        if (tries.refused(address, token).isPresent()) {
            return false;
        }
        boolean right = operator.matches(token);
        if (right) {
            tries.succeeded(address, token);
        } else {
            tries.failed(address);
        }
        return right;
    }
}
