package org.conversions.web.track;

import static org.conversions.web.track.TrackFields.optional;
import static org.conversions.web.track.TrackFields.required;

import org.conversions.address.LinkKey;
import org.conversions.platform.TextColumn;
import org.conversions.web.openapi.Required;


/**
 * The body of {@code POST /track/click}.
 *
 * @param url      the address of the page, or null
 * @param referrer the address of the page before, or null
 * @param clickId  the click that the visitor's cookie has, or null
 */
record ClickTrackRequest(@Required String domain, @Required String key, String url, String referrer, String clickId) {

    static final int DOMAIN_MAX = TextColumn.LENGTH_MAX;
    static final int REFERRER_MAX = 8_000;
    static final int CLICK_ID_MAX = 100;
    private static final int KEY_MAX = LinkKey.LENGTH_MAX;

    /** @throws org.conversions.platform.RequestRefused unprocessable, naming the field */
    ClickTrackRequest checked() {
        String page = url == null || url.isBlank() ? null : url.strip();
        if (page != null) {
            WebAddress.of("url", page);
        }
        return new ClickTrackRequest(required("domain", domain, DOMAIN_MAX), required("key", key, KEY_MAX), page,
                optional("referrer", referrer, REFERRER_MAX), optional("clickId", clickId, CLICK_ID_MAX));
    }
}
