package org.conversions.overview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.account.People;

/** Names the people who wrote something, in one question for many. */
@Dependent
public class Authors {

    @Inject
    private People people;

    /** People by their ids. */
    public record Known(Map<String, String> names) {

        /** @return null for nobody, and for somebody who is not there any more */
        public Author author(String personId) {
            return personId == null || !names.containsKey(personId) ? null : new Author(personId, names.get(personId));
        }
    }

    public Known of(Stream<String> personIds) {
        return new Known(people.names(personIds.filter(Objects::nonNull).collect(Collectors.toSet())));
    }

    /** @param personId null for nobody */
    public Author of(String personId) {
        return of(Stream.ofNullable(personId)).author(personId);
    }
}
