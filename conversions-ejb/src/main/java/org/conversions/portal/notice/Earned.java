package org.conversions.portal.notice;

import org.conversions.money.Money;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** CDI event: a partner earned more in this transaction, of which people may want to hear once it is committed. */
record Earned(WorkspaceId workspaceId, PartnerId partnerId, Money earnings) {
}
