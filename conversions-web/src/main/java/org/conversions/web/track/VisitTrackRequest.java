package org.conversions.web.track;

import static org.conversions.web.track.TrackFields.optional;
import static org.conversions.web.track.TrackFields.required;

import org.conversions.web.openapi.Required;


/** The body of {@code POST /track/visit}. @param clickId the click of the visitor's cookie, or null */
record VisitTrackRequest(@Required String domain, @Required String url, String referrer, String clickId) {

    private static final int URL_MAX = 8_000;

    /** @throws org.conversions.platform.RequestRefused unprocessable, naming the field */
    VisitTrackRequest checked() {
        return new VisitTrackRequest(required("domain", domain, ClickTrackRequest.DOMAIN_MAX),
                required("url", url, URL_MAX), optional("referrer", referrer, ClickTrackRequest.REFERRER_MAX),
                optional("clickId", clickId, ClickTrackRequest.CLICK_ID_MAX));
    }
}
