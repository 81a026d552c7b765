package org.conversions.web.api.tag;

import org.conversions.link.tag.TagView;
import org.conversions.web.openapi.Required;

/** A tag as the API shows it. */
public record TagAnswer(@Required String id, @Required String name, @Required String color) {

    public static TagAnswer of(TagView tag) {
        return new TagAnswer(tag.id(), tag.name(), tag.color());
    }
}
