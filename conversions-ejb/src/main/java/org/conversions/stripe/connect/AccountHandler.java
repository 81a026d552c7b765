package org.conversions.stripe.connect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;

/** A merchant allowed the app its account, or took that back: from then on its events are nobody's. */
@ApplicationScoped
public class AccountHandler implements StripeEventHandler {

    /** An account takes back what it allowed. */
    public static final String TAKEN_BACK = "account.application.deauthorized";

    @Inject
    Connections connections;

    @Override
    public Set<String> types() {
        return Set.of("account.application.authorized", TAKEN_BACK);
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
