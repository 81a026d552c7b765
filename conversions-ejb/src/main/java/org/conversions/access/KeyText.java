package org.conversions.access;

import java.util.regex.Pattern;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;

/** The text of an API key: how one is made, recognised in a list, and what one given by an operator must be like. */
final class KeyText {

    static final int GIVEN_MIN = 24;
    static final int LENGTH_MAX = 200;

    /** Makes 190 bits, which cannot be guessed, so a fast hash is enough to keep them. */
    private static final int RANDOM_LENGTH = 32;
    private static final int HINT_HEAD = 8;
    private static final int HINT_TAIL = 4;
    /** A shorter key, which a person has chosen, shows less of itself. */
    private static final int HINT_HEAD_OF_SHORT = 4;
    private static final int SHORT_MAX = 32;
    private static final int DIFFERENT_MIN = 10;
    /** Fits an Authorization header. */
    private static final Pattern GIVEN = Pattern.compile("[\\x21-\\x7e]{" + GIVEN_MIN + "," + LENGTH_MAX + "}");

    private KeyText() {
    }

    static String generate(KeyKind kind, Mode mode) {
        return kind.prefix(mode) + Ids.random(RANDOM_LENGTH);
    }

    /** @return the first and the last characters: enough to recognise it, too little to use it */
    static String hint(String key) {
        return key.substring(0, key.length() > SHORT_MAX ? HINT_HEAD : HINT_HEAD_OF_SHORT) + "..." + key.substring(key.length() - HINT_TAIL);
    }

    /** @throws RequestRefused unprocessable_entity, naming the field */
    static String checkGiven(String field, String key) {
        if (!GIVEN.matcher(key).matches()) {
            throw RequestRefused.unprocessable("field_malformed",
                    field + ": must have " + GIVEN_MIN + " to " + LENGTH_MAX
                    + " visible ASCII characters without spaces");
        }
        if (key.chars().distinct().count() < DIFFERENT_MIN) {
            throw RequestRefused.unprocessable("key_guessable", field + ": must have " + DIFFERENT_MIN
                    + " different characters or more, so that nobody can guess it");
        }
        return key;
    }
}
