package org.conversions.stripe.merchant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.connect.AccountProofs;
import org.conversions.stripe.connect.ConnectionDraft;
import org.conversions.stripe.connect.ConnectionView;
import org.conversions.stripe.connect.Connections;
import org.conversions.stripe.connect.ProvenAccount;
import org.conversions.workspace.Mode;

/** Connects and disconnects accounts for Stripe's app, whose signature proves in which account it runs. */
@ApplicationScoped
@Transactional
@RetryOnConflict
public class AppConnections {

    @Inject
    private AccountProofs proofs;
    @Inject
    private Connections connections;

    /**
     * The account and the person that the app runs for.
     *
     * @param signature the {@code Stripe-Signature} header, or null
     */
    public record Install(String accountId, Mode mode, String userId, String signature) {
    }

    /**
     * Connects an account. What the workspace has connected already stays as it is.
     *
     * @throws RequestRefused as {@link AccountProofs#byAppSignature}; conflict when another workspace has it
     */
    public ConnectionView connect(WorkspaceId workspaceId, Install install) {
        return connections.connectOnce(workspaceId, new ConnectionDraft(install.mode(), Optional.of(proven(install)),
                List.of(), null));
    }

    /**
     * Finds the workspace's connection of an account that the app wants to end.
     *
     * @return empty when the workspace has none
     * @throws RequestRefused as {@link AccountProofs#byAppSignature}
     */
    public Optional<String> connectionOf(WorkspaceId workspaceId, Install install) {
        return connections.idOf(workspaceId, proven(install).accountId(), install.mode());
    }

    private ProvenAccount proven(Install install) {
        return proofs.byAppSignature(install.accountId(), install.mode(), install.userId(), install.signature());
    }
}
