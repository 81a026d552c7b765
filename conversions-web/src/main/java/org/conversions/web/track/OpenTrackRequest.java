package org.conversions.web.track;

import static org.conversions.web.track.TrackFields.optional;

import org.conversions.platform.RequestRefused;

/**
 * The body of {@code POST /track/open}.
 *
 * @param deepLink  the link that opened the app, or null
 * @param dubDomain the domain of the app's links, or null
 */
record OpenTrackRequest(String deepLink, String dubDomain) {

    private static final int DEEP_LINK_MAX = 8_000;

    /** @throws RequestRefused unprocessable, naming the field */
    OpenTrackRequest checked() {
        OpenTrackRequest checked = new OpenTrackRequest(optional("deepLink", deepLink, DEEP_LINK_MAX),
                optional("dubDomain", dubDomain, ClickTrackRequest.DOMAIN_MAX));
        if (checked.deepLink == null && checked.dubDomain == null) {
            throw RequestRefused.unprocessable("field_missing", "deepLink, dubDomain: one of them is required");
        }
        return checked;
    }
}
