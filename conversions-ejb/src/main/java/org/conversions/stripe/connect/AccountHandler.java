package org.conversions.stripe.connect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;

/** Handles the access that a merchant gave the app to its account, or took back: from then on its events belong to no workspace. */
@ApplicationScoped
public class AccountHandler implements StripeEventHandler {

    /** The type of an event by which an account takes its access back. */
    public static final String TAKEN_BACK = "account.application.deauthorized";

    @Inject
    Connections connections;

    @Override
    public Set<String> types() {
        return Set.of("account.application.authorized", TAKEN_BACK);
    }

    /** On any plan, a merchant who takes the access back has taken it back. */
    @Override
    public boolean isOnEveryPlan() {
        return true;
    }

    @Override
    public Outcome handle(StripeEvent event) {
        if (!event.type().equals(TAKEN_BACK)) {
            return Outcome.processed("The account is connected to this workspace");
        }
        return connections.deauthorized(event.workspaceId(), event.connectionId(), event.occurredAt())
                ? Outcome.processed("The account was disconnected; what was recorded stays")
                : Outcome.ignored(Reason.ACCOUNT_RECONNECTED);
    }
}
