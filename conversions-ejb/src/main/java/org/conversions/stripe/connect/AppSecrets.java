package org.conversions.stripe.connect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secrets that Stripe signs with for the app: one or, while one is being rolled, two. */
@ApplicationScoped
class AppSecrets {

    @Inject
    @ConfigProperty(name = "conversions.stripe.app-secret")
    Optional<String> secrets;

    List<String> all() {
        return secrets.map(text -> Arrays.stream(text.split(",")).map(String::strip)
                .filter(secret -> !secret.isEmpty()).toList()).orElse(List.of());
    }
}
