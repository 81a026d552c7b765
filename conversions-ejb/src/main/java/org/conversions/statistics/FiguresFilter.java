package org.conversions.statistics;

import org.conversions.workspace.Mode;

/** Which figures are asked for; what is null does not filter. Clicks are of no mode and are in every view. */
public record FiguresFilter(String workspaceId, Mode mode, String linkId, String domain, String key,
                            String externalId, String tenantId, String partnerId) {
}
