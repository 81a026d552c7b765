package org.conversions.lead;

import java.time.Instant;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * A lead as other rooms see one.
 *
 * @param codeId     the discount code that it goes back to, in the place of a click; or null
 * @param quantity   the number of leads it counts for
 * @param rewardable false when the workspace has leads of this source earn nothing, whatever the program promises
 */
public record LeadView(String id, WorkspaceId workspaceId, Mode mode, CustomerId customerId, LinkId linkId, ClickId clickId, String codeId,
                       String eventName, LeadSource source, int quantity, boolean rewardable, Instant occurredAt) {
}
