package org.conversions.click;

import java.time.Instant;
import org.conversions.address.Utm;
import org.conversions.click.visit.UserAgent;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;

/**
 * A click of the past whose visitor is described by the caller.
 *
 * @param clickId begins with the time
 * @param referer the host of the page before; null for none
 */
public record PastClick(ClickId clickId, LinkId linkId, Instant at, ClickTrigger trigger, String url, String country, String region,
                        String city, UserAgent agent, String referer, Utm utm) {
}
