package org.conversions.exchange;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.conversions.platform.id.WorkspaceId;

/**
 * Fired in the transaction that stores new rates which can be used: what waits for one of these currencies can be tried
 * again after the commit.
 *
 * @param owner      the id of the workspace that they are for; {@code ''} for the whole server
 * @param asOf       the day that they are of
 * @param currencies in lower case; never empty and never the dollar, which needs no rate. One of them may also be the
 *                   currency of the workspace, and then it is what amounts of all others waited for
 */
public record RatesArrived(String owner, LocalDate asOf, Set<String> currencies) {

    /** @return the workspace that they are for; empty for every one */
    public Optional<WorkspaceId> workspaceId() {
        return owner.equals(StoredRate.WHOLE_SERVER) ? Optional.empty() : Optional.of(new WorkspaceId(owner));
    }
}
