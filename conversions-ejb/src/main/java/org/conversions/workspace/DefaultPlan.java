package org.conversions.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.conversions.platform.Word;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The plan of new workspaces: the setting {@code conversions.plans.default}. */
@ApplicationScoped
class DefaultPlan {

    private static final String SETTING = "conversions.plans.default";

    @Inject
    @ConfigProperty(name = SETTING)
    String text;

    /** Checks the setting at the start, and not when the first workspace is made. @throws IllegalStateException for one that is none */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
        plan();
    }

    Plan plan() {
        return Word.find(Plan.class, text).orElseThrow(() ->
                new IllegalStateException(SETTING + " must be one of " + Plan.all() + ", not " + text));
    }
}
