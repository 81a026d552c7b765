package org.conversions.stripe.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys of the operator's Stripe app or platform, which open every account that is connected to it. */
@ApplicationScoped
public class PlatformKeys {

    private static final String SETTING = "conversions.stripe.api-key.";

    @Inject
    @ConfigProperty(name = SETTING + "live")
    Optional<String> live;
    @Inject
    @ConfigProperty(name = SETTING + "test")
    Optional<String> test;
    @Inject
    @ConfigProperty(name = SETTING + "sandbox")
    Optional<String> sandbox;

    public Optional<String> of(Mode mode) {
        Optional<String> key = switch (mode) {
            case LIVE -> live;
            case TEST -> test;
            case SANDBOX -> sandbox;
        };
        return key.map(String::strip).filter(text -> !text.isEmpty());
    }

    public static String setting(Mode mode) {
        return SETTING + mode.text();
    }
}
