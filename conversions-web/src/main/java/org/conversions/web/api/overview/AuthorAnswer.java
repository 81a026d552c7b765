package org.conversions.web.api.overview;

import org.conversions.overview.Author;
import org.conversions.web.openapi.Required;

/** The person who wrote a note or saved a view. */
public record AuthorAnswer(@Required String id, @Required String name) {

    public static AuthorAnswer of(Author author) {
        return author == null ? null : new AuthorAnswer(author.id(), author.name());
    }
}
