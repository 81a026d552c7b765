package org.conversions.click;

import java.time.Instant;
import org.conversions.address.Utm;

/**
 * A visit of a short link. What is not known is empty, except the campaign's words, which are null.
 *
 * @param url        where the visitor was sent, or is, without the click id
 * @param place      where the visitor was
 * @param agent      what the visitor used
 * @param referer    the host of the page before, or {@link #DIRECT}
 * @param refererUrl the address of the page before
 * @param ip         the visitor's address without its last part
 * @param uncounted  why it does not count, or null
 */
public record Click(String id, String workspaceId, String linkId, Instant clickedAt, ClickTrigger trigger, String url,
                    Place place, UserAgent agent, String referer, String refererUrl, String userAgent, String ip,
                    Utm utm, Uncounted uncounted) {

    /** Stands for the host of the page before where there was none. */
    public static final String DIRECT = "(direct)";
}
