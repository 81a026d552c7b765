package org.conversions.stripe.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The signing secrets of the app's own endpoints, one or, while one is being rolled, two for each mode. */
@ApplicationScoped
class SigningSecrets {

    @Inject
    @ConfigProperty(name = "conversions.stripe.webhook-secret.live")
    Optional<String> live;
    @Inject
    @ConfigProperty(name = "conversions.stripe.webhook-secret.test")
    Optional<String> test;
    @Inject
    @ConfigProperty(name = "conversions.stripe.webhook-secret.sandbox")
    Optional<String> sandbox;

    List<String> of(Mode mode) {
        Optional<String> secrets = switch (mode) {
            case LIVE -> live;
            case TEST -> test;
            case SANDBOX -> sandbox;
        };
        return secrets.map(text -> Arrays.stream(text.split(",")).map(String::strip)
                .filter(secret -> !secret.isEmpty()).toList()).orElse(List.of());
    }
}
