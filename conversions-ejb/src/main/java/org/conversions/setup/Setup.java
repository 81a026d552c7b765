package org.conversions.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.conversions.access.FirstKeys;
import org.conversions.account.Browser;
import org.conversions.account.People;
import org.conversions.account.Sessions;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;

/** The set-up by an operator in a browser, who proves by the token that the server's log is theirs to read. */
@ApplicationScoped
@Transactional
public class Setup {

    @Inject
    private Installation installation;
    @Inject
    private SetupToken setupToken;
    @Inject
    private People people;
    @Inject
    private Sessions sessions;

    /** @return whether this server still waits for its set-up */
    public boolean open() {
        return !installation.founded();
    }

    /**
     * Makes owner, workspace and keys, once, and signs the owner in.
     *
     * @throws RequestRefused conflict when it has been done, unauthorized for a wrong token, unprocessable_entity
     *                        for a field that cannot be; the token stays good after the last
     */
    @RetryOnConflict
    public SetupResult complete(String token, SetupRequest request, Browser browser) {
        // Another set-up ends the tokens, so the token is asked before the set-up: it may be gone by the time of the second.
        boolean matches = setupToken.matches(token);
        if (installation.founded()) {
            throw RequestRefused.conflict("already_set_up", "This server has been set up already.");
        }
        if (!matches) {
            throw new RequestRefused(Code.UNAUTHORIZED, "setup_token_unknown",
                    "The set-up token is not one that the server printed at its last start.");
        }
        FirstKeys keys = FirstKeys.made();
        WorkspaceId workspaceId = installation.found(Founding.of(
                request.workspaceName(),
                Optional.of(people.prepared(Founding.owner(request.ownerEmail(), request.ownerName(), request.ownerPassword()))),
                keys,
                Optional.ofNullable(request.stripeAccount()).filter(account -> !account.isBlank())));
        String ownerId = people.byEmail(request.ownerEmail()).orElseThrow().id();
        return new SetupResult(workspaceId, keys, sessions.start(ownerId, workspaceId, browser));
    }
}
