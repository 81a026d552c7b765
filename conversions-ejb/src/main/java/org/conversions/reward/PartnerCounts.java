package org.conversions.reward;

import java.util.Collection;
import java.util.Map;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** The room that counts what partners have come to so far. It is later on the road, and so it says what it knows in this way. */
public interface PartnerCounts {

    /**
     * What a partner has come to, before what the transaction of the caller adds.
     *
     * @param saleAmount  net, in minor units of the workspace's currency
     * @param commissions the same
     */
    record Counts(long clicks, long leads, long conversions, long saleAmount, long commissions) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /** @return by partner; none for one who has come to nothing */
    Map<PartnerId, Counts> of(WorkspaceId workspaceId, Collection<PartnerId> partnerIds, Mode mode);
}
