package org.conversions.stripe.connect;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Connects accounts for merchants, only with a key of the account. Stripe is asked before the database is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MerchantConnections {

    @Inject
    private AccountProofs proofs;
    @Inject
    private Connections connections;

    /**
     * @param accountId null or empty for an endpoint to add in Stripe
     * @return with the token of its endpoint, which is not shown again
     * @throws RequestRefused as {@link AccountProofs#byOwnKey} and {@link Connections#connect}
     */
    public ConnectionView connect(WorkspaceId workspaceId, Mode mode, String accountId, List<String> signingSecrets,
                                  String apiKey) {
        return connections.connect(workspaceId, new ConnectionDraft(mode,
                proven(accountId, mode, apiKey), signingSecrets, apiKey));
    }

    /**
     * Replaces the signing secrets, the key or both. A key of a connected account has to be that account's.
     *
     * @throws RequestRefused not found, or as {@link #connect}
     */
    public ConnectionView change(WorkspaceId workspaceId, String connectionId, ConnectionChange change) {
        Connected connection = connections.live(workspaceId, connectionId);
        Optional<ProvenAccount> proven = change.apiKey() == null || change.apiKey().isEmpty() ? Optional.empty()
                : proven(connection.accountId(), connection.mode(), change.apiKey());
        return connections.change(workspaceId, connectionId, change, proven);
    }

    /** Proves an account. An endpoint whose events name no account needs no proof: its owner sends what comes in by it. */
    private Optional<ProvenAccount> proven(String accountId, Mode mode, String apiKey) {
        return accountId == null || accountId.isEmpty() ? Optional.empty()
                : Optional.of(proofs.byOwnKey(accountId, mode, apiKey));
    }
}
