package org.conversions.click;

import java.time.Instant;
import org.conversions.address.Utm;
import org.conversions.click.visit.Uncounted;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

/**
 * A visit of a short link, and a click unless it is uncounted. The campaign's words are null where they are not known.
 *
 * @param url       where the visitor was sent, or is, without the click id
 * @param uncounted the reason why it does not count, or null
 */
public record Click(ClickId id, WorkspaceId workspaceId, LinkId linkId, Instant clickedAt, ClickTrigger trigger, String url,
                    VisitDetails details, Utm utm, Uncounted uncounted) {
}
