package org.conversions.web.api.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.conversions.partner.LinkDefaults;
import org.conversions.partner.PartnersLink;
import org.conversions.web.api.link.LinkRequest;

/** A partner's link that a request describes, completed by what the partner's group says. */
public final class DefaultedLink {

    /** What a link is made with, and keeps. */
    private static final Set<String> FOR_NEW_LINKS = Set.of("domain", "prefix");

    private DefaultedLink() {
    }

    /** @param said of the link, as for other links @param now when it was said */
    public static PartnersLink of(ObjectNode said, LinkDefaults defaults, Instant now) {
        ObjectNode made = said.deepCopy();
        ObjectNode changed = said.deepCopy();
        defaults.fields().forEach((field, value) -> {
            if (!said.has(field) && !(field.equals("prefix") && said.hasNonNull("key"))) {
                made.put(field, value);
                if (!FOR_NEW_LINKS.contains(field)) {
                    changed.put(field, value);
                }
            }
        });
        return new PartnersLink(new LinkRequest(made, now)::applyTo, new LinkRequest(changed, now)::applyTo);
    }
}
