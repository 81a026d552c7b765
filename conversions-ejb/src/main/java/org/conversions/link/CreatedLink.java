package org.conversions.link;

import org.conversions.platform.RequestRefused;

/** The outcome of a {@link NewLink}. @param link null when it was refused @param refused null when it was made */
public record CreatedLink(LinkView link, RequestRefused refused) {

    /** @throws RequestRefused when it was refused */
    LinkView orThrow() {
        if (refused != null) {
            throw refused;
        }
        return link;
    }
}
