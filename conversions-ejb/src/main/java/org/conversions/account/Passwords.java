package org.conversions.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Hashes the passwords of members: salted, and slowly, so that a stolen database gives away none of them. */
@ApplicationScoped
class Passwords {

    /** OWASP's advice for PBKDF2 with HMAC-SHA512. The count is part of each hash, so it can be raised later. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    @Inject
    private Pbkdf2PasswordHash hash;

    @PostConstruct
    void initialize() {
        hash.initialize(PARAMETERS);
    }

    /** @return algorithm, iterations, salt and hash in one text */
    String hash(String password) {
        return hash.generate(password.toCharArray());
    }
}
