package org.conversions.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.secret.TokenHash;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The token of the operator of this server, from the setting {@code conversions.operator-token}; by default there is none. */
@ApplicationScoped
public class OperatorToken {

    private static final String SETTING = "conversions.operator-token";

    private Optional<String> hash = Optional.empty();

    protected OperatorToken() {
    }

    /** @throws IllegalArgumentException for a token that is too short, or that no header can carry */
    @Inject
    OperatorToken(@ConfigProperty(name = SETTING) Optional<String> token) {
        try {
            hash = token.map(given -> TokenHash.sha256(KeyText.checkGiven(SETTING, given)));
        } catch (RequestRefused e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** A token that cannot be stops the start. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
    }

    /** @return whether this is the operator's token; false for all where none is set */
    public boolean matches(String token) {
        return hash.filter(known -> TokenHash.matches(token, known)).isPresent();
    }
}
