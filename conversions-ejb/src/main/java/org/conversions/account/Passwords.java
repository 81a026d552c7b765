package org.conversions.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;

/**
 * Hashes and checks passwords: salted, and slowly, so that a stolen database gives away none of them. A core is busy with one
 * for part of a second, so only some are worked on at a time.
 */
@ApplicationScoped
public class Passwords {

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int WAIT_SECONDS = 10;
    private static final int LENGTH_MAX = 200;

    private final Semaphore slots = new Semaphore(AT_ONCE, true);
    @Inject
    private PasswordCost cost;
    @Inject
    private Pbkdf2PasswordHash hash;
    /** The hash that an unknown person's password is compared with, so that both answers take the same time. */
    private String nobodys;

    @PostConstruct
    void initialize() {
        hash.initialize(cost.parameters());
        nobodys = hash.generate(Ids.random(32).toCharArray());
    }

    /** @return algorithm, iterations, salt and hash in one text */
    public String hash(String password) {
        return inTurn(() -> hash.generate(password.toCharArray()));
    }

    /**
     * @param known what {@link #hash} made; null when there is no such person, and then the answer is false as slowly
     * @throws RequestRefused unavailable when too many wait already
     */
    public boolean matches(String password, String known) {
        String given = password == null || password.length() > LENGTH_MAX ? "" : password;
        return inTurn(() -> hash.verify(given.toCharArray(), known == null ? nobodys : known)) && known != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        boolean mine = false;
        try {
            mine = slots.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw RequestRefused.unavailable("too_busy", "Too many people sign in at this moment. Try again.");
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RequestRefused.unavailable("too_busy", "The server is stopping.");
        } finally {
            if (mine) {
                slots.release();
            }
        }
    }
}
