package org.conversions.web.api.me;

import java.time.Instant;
import org.conversions.account.PersonView;
import org.conversions.web.openapi.Required;

/**
 * The account of the person who is signed in.
 *
 * @param operator          whether the server is theirs to operate
 * @param totp              whether there is a second factor
 * @param recoveryCodesLeft how many recovery codes are not used
 */
public record MeAnswer(@Required String id, @Required String email, @Required String name, boolean operator, boolean totp,
                       int recoveryCodesLeft, @Required Instant createdAt) {

    static MeAnswer of(PersonView person, int recoveryCodesLeft) {
        return new MeAnswer(person.id(), person.email(), person.name(), person.operator(), person.totp(), recoveryCodesLeft,
                person.createdAt());
    }
}
