package org.conversions.stripe.merchant;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.stripe.api.StripeAccess;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeEndpoints;
import org.conversions.stripe.api.StripeKey;
import org.conversions.stripe.connect.AccountProofs;
import org.conversions.stripe.connect.ConnectionDraft;
import org.conversions.stripe.connect.ConnectionView;
import org.conversions.stripe.connect.Connections;
import org.conversions.stripe.connect.OwnEndpoint;
import org.conversions.stripe.connect.ProvenAccount;
import org.conversions.stripe.event.SubscribedTypes;
import org.conversions.workspace.Mode;

/**
 * Makes a webhook endpoint in a merchant's account and connects it. Asked again, it finds the one that it made: the endpoint
 * has the workspace in its metadata. One that was made and not stored, because the server stopped between the two, is made
 * anew, as Stripe shows its secret only once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MadeEndpoints {

    private static final Logger LOG = System.getLogger(MadeEndpoints.class.getName());

    /** The name in Stripe's metadata under which an endpoint says for which workspace it was made. */
    static final String WORKSPACE = "conversions_workspace";
    /** The time in which somebody else may be about to store the endpoint that was just made. */
    private static final Duration BEING_STORED = Duration.ofSeconds(60);

    @Inject
    private AccountProofs proofs;
    @Inject
    private Connections connections;
    @Inject
    private StripeEndpoints endpoints;
    @Inject
    private Clock clock;

    /** @param made false when the workspace had it already */
    public record Endpoint(ConnectionView connection, boolean made) {
    }

    /**
     * @param address   of the endpoints of this server, to which a token is added
     * @param accountId that the key has to be of; null or empty for whichever it is of
     * @param apiKey    that reads the account and writes its webhook endpoints
     * @throws RequestRefused unprocessable for a key that is none or that Stripe does not let make an endpoint; conflict when
     *         the account is connected otherwise; unavailable while Stripe does not answer
     */
    public Endpoint connect(WorkspaceId workspaceId, Mode mode, String address, String accountId, String apiKey) {
        if (apiKey == null || apiKey.isBlank()) {
            throw RequestRefused.unprocessable("field_missing",
                    "apiKey: is required with createEndpoint: a restricted key that writes webhook"
                    + " endpoints");
        }
        StripeAccess access = new StripeAccess(mode, StripeKey.checked(apiKey, mode), null);
        Optional<ProvenAccount> account = proofs.byReadableKey(accountId, mode, access.apiKey());
        Optional<ConnectionView> there = stored(workspaceId, address, access);
        if (there.isPresent()) {
            return new Endpoint(there.get(), false);
        }
        String token = Connections.newToken();
        StripeAnswer.Endpoint endpoint = expect(StripeAnswer.Endpoint.class, endpoints.create(access, address + token,
                SubscribedTypes.ALL, Map.of(WORKSPACE, workspaceId.value())));
        String key = TokenHash.sha256(workspaceId + " " + mode.text() + " "
                + account.map(ProvenAccount::accountId).orElse(access.apiKey()));
        try {
            return new Endpoint(connections.connect(workspaceId, new ConnectionDraft(mode, account,
                    List.of(endpoint.secret()), access.apiKey(),
                    Optional.of(new OwnEndpoint(endpoint.id(), token, key)))), true);
        } catch (RuntimeException e) {
            remove(access, endpoint.id());
            throw e;
        }
    }

    /** Finds the endpoint that the workspace has in the account, and removes those that were never stored. */
    private Optional<ConnectionView> stored(WorkspaceId workspaceId, String address, StripeAccess access) {
        List<ConnectionView> known = connections.list(workspaceId);
        for (StripeAnswer.Endpoint found : expect(StripeAnswer.Endpoints.class, endpoints.list(access)).endpoints()) {
            if (found.url().startsWith(address) && workspaceId.value().equals(found.metadata().path(WORKSPACE).textValue())) {
                Optional<ConnectionView> stored = known.stream()
                        .filter(connection -> found.id().equals(connection.endpointId())).findFirst();
                if (stored.isPresent()) {
                    return stored;
                }
                if (found.createdAt() > clock.instant().minus(BEING_STORED).getEpochSecond()) {
                    throw RequestRefused.conflict("endpoint_being_made", "An endpoint for this workspace was made just now and"
                            + " may be about to be stored. Try again in a minute.");
                }
                remove(access, found.id());
            }
        }
        return Optional.empty();
    }

    private void remove(StripeAccess access, String endpointId) {
        if (!(endpoints.delete(access, endpointId) instanceof StripeAnswer.Done)) {
            LOG.log(Level.WARNING, "The Stripe endpoint " + endpointId + " could not be stored, and not be deleted; it is"
                    + " deleted when the next one is made");
        }
    }

    private static <T extends StripeAnswer> T expect(Class<T> type, StripeAnswer answer) {
        if (type.isInstance(answer)) {
            return type.cast(answer);
        }
        if (answer instanceof StripeAnswer.Refused refused) {
            throw RequestRefused.unprocessable("endpoint_refused",
                    "apiKey: Stripe does not let it make the endpoint: " + refused.reason());
        }
        throw RequestRefused.unavailable("stripe_unreachable", "Stripe could not be asked for an endpoint"
                + (answer instanceof StripeAnswer.Unavailable trouble ? ": " + trouble.reason() : "") + ". Try again.");
    }
}
