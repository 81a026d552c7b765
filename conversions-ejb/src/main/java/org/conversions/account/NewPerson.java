package org.conversions.account;

import java.util.Locale;
import org.conversions.address.EmailAddress;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/**
 * The draft of a person.
 *
 * @param email in small letters from here on
 * @param name  the part of the email before the @ when none is given
 */
public record NewPerson(String email, String name, String password) {

    private static final int PASSWORD_MIN = 12;
    private static final int PASSWORD_MAX = 200;

    /** @throws RequestRefused unprocessable_entity, naming the field */
    public NewPerson {
        email = checkedEmail("email", email);
        name = name == null || name.isBlank() ? email.substring(0, email.indexOf('@')) : checkedName(name);
        checkPassword("password", password);
    }

    /** @return the address in small letters. @throws RequestRefused unprocessable_entity, naming the field */
    public static String checkedEmail(String field, String email) {
        if (!EmailAddress.isAddress(email)) {
            throw RequestRefused.unprocessable("field_malformed", field + ": must be an e-mail address");
        }
        return email.toLowerCase(Locale.ROOT);
    }

    /** @throws RequestRefused unprocessable_entity, naming the field */
    public static void checkPassword(String field, String password) {
        if (password == null || password.length() < PASSWORD_MIN || password.length() > PASSWORD_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    field + ": must have " + PASSWORD_MIN + " to " + PASSWORD_MAX + " characters");
        }
    }

    static String checkedName(String name) {
        if (name.isBlank() || name.length() > TextColumn.LENGTH_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid", "name: must have 1 to " + TextColumn.LENGTH_MAX + " characters");
        }
        return name.strip();
    }

    /** Leaves the password out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "NewPerson[" + email + "]";
    }
}
