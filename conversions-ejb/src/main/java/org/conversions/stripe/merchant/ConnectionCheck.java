package org.conversions.stripe.merchant;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.api.StripeAccess;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeEndpoints;
import org.conversions.stripe.api.StripeGateway;
import org.conversions.stripe.connect.Connections;
import org.conversions.stripe.connect.StripeAccesses;

/** Tries what the key of a connection opens. Takes as long as Stripe takes for a dozen short answers. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConnectionCheck {

    private static final String WRITING_ENDPOINTS = "webhook_endpoints.write";

    @Inject
    private Connections connections;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private StripeGateway stripe;
    @Inject
    private StripeEndpoints endpoints;

    /** @param problem a clause of Stripe's; null when it may be read */
    public record Right(String resource, boolean readable, String problem) {
    }

    /**
     * The result of a check.
     *
     * @param account whose the key is; null when it does not read that
     * @param may     what it opens: objects to be read, and {@code webhook_endpoints.write}
     */
    public record Checked(String account, List<Right> may) {
    }

    /** @throws RequestRefused not found; conflict without a key; unavailable while Stripe does not answer */
    public Checked check(WorkspaceId workspaceId, String connectionId) {
        connections.live(workspaceId, connectionId);
        StripeAccess access = accesses.of(new ConnectionId(connectionId)).orElseThrow(() -> RequestRefused.conflict("no_api_key",
                "There is no key to ask Stripe with. Give the connection an apiKey."));
        String account = answered(stripe.account(access)) instanceof StripeAnswer.Account known ? known.accountId() : null;
        if (account != null && access.accountId() == null) {
            connections.proved(workspaceId, connectionId, account);
        }
        List<Right> may = new ArrayList<>();
        for (String resource : StripeGateway.readable()) {
            may.add(right(resource, stripe.mayRead(access, resource)));
        }
        may.add(right(WRITING_ENDPOINTS, endpoints.mayWrite(access)));
        return new Checked(account, may);
    }

    private static Right right(String resource, StripeAnswer answer) {
        return new Right(resource, answered(answer) instanceof StripeAnswer.Done,
                answer instanceof StripeAnswer.Refused refused ? refused.reason() : null);
    }

    private static StripeAnswer answered(StripeAnswer answer) {
        if (answer instanceof StripeAnswer.Unavailable trouble) {
            throw RequestRefused.unavailable("stripe_unreachable", "Stripe could not be asked: " + trouble.reason() + ". Try again.");
        }
        return answer;
    }
}
