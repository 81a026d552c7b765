package org.conversions.commission;

import java.time.Instant;
import org.conversions.money.Money;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * CDI event: what a partner's commissions come to changed in this transaction.
 *
 * @param linkId   the link that it was earned by; null for none
 * @param at       when it was earned or taken back
 * @param earnings what was earned then, negative when it was taken back; 0 when only a status changed
 * @param status   the commission's
 * @param standing how much more the commissions of this status come to
 * @param paid     how much more of that was paid
 */
public record CommissionBooked(WorkspaceId workspaceId, PartnerId partnerId, Mode mode, LinkId linkId, Instant at, Money earnings,
                               CommissionStatus status, long standing, long paid) {
}
