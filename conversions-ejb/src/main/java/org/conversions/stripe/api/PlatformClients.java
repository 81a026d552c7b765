package org.conversions.stripe.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The client ids of the operator's platform, by which Stripe's OAuth knows it. Stripe gives one for live and one for test. */
@ApplicationScoped
class PlatformClients {

    private static final String SETTING = "conversions.stripe.platform-client-id";

    @Inject
    @ConfigProperty(name = SETTING)
    Optional<String> any;
    @Inject
    @ConfigProperty(name = SETTING + ".test")
    Optional<String> test;
    @Inject
    @ConfigProperty(name = SETTING + ".sandbox")
    Optional<String> sandbox;

    Optional<String> of(Mode mode) {
        Optional<String> own = switch (mode) {
            case LIVE -> any;
            case TEST -> test;
            case SANDBOX -> sandbox;
        };
        return own.or(() -> any).map(String::strip).filter(text -> !text.isEmpty());
    }
}
