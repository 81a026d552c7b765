package org.conversions.web.track;

import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.id.ClickId;

/** The answer to an app that was opened; both are null when nothing is known of it. */
public record OpenAnswer(String clickId, Link link) {

    static final OpenAnswer NOTHING = new OpenAnswer(null, null);

    /** The link that led to the app. */
    public record Link(String id, String domain, String key, String url) {
    }

    static OpenAnswer of(ClickId clickId, LinkTarget target) {
        return new OpenAnswer(clickId.value(), new Link(target.linkId().value(), target.domain(), target.key(), target.url()));
    }
}
