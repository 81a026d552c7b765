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

/** Does the set-up in one transaction: of several at once the others wait for the first, and then find that it has been done. */
@ApplicationScoped
@Transactional
@RetryOnConflict
class OneSetup {

    @Inject
    private Installation installation;
    @Inject
    private SetupToken setupToken;
    @Inject
    private People people;
    @Inject
    private Sessions sessions;

    /** See {@link Setup#complete}. */
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
