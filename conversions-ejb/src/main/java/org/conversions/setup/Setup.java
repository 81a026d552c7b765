package org.conversions.setup;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.conversions.account.Browser;
import org.conversions.platform.RequestRefused;

/** The set-up by an operator in a browser, who proves by the token that the server's log is theirs to read. */
@Stateless
public class Setup {

    private static final Lock TURN = new ReentrantLock();

    @Inject
    private Installation installation;
    @Inject
    private SetupToken setupToken;
    @Inject
    private OneSetup one;

    /** @return whether this server still waits for its set-up */
    public boolean open() {
        return !installation.founded();
    }

    /**
     * Makes owner, workspace and keys, once, and signs the owner in.
     *
     * @throws RequestRefused conflict when it has been done, unauthorized for a wrong token, unprocessable_entity
     *                        for a field that cannot be; the token stays good after the last
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SetupResult complete(String token, SetupRequest request, Browser browser) {
        // In turn, because only one of them has to hash its password, which takes a core a part of a second. Nobody waits who
        // has no token: the door is open to all.
        if (!setupToken.matches(token)) {
            return one.complete(token, request, browser);
        }
        TURN.lock();
        try {
            return one.complete(token, request, browser);
        } finally {
            TURN.unlock();
        }
    }
}
