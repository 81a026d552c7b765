package org.conversions.overview;

import java.text.Normalizer;
import java.util.Locale;
import org.conversions.platform.RequestRefused;

/** The rules for what people write in one line. Pure. */
public final class ShortText {

    private ShortText() {
    }

    /** @return the text without the space around it @throws RequestRefused unprocessable */
    public static String checked(String field, String text, int lengthMax) {
        String plain = text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (plain.isEmpty() || plain.length() > lengthMax) {
            throw RequestRefused.unprocessable("field_length_invalid", field + ": must be 1 to " + lengthMax + " characters");
        }
        if (plain.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefused.unprocessable("field_malformed", field + ": must not contain control characters");
        }
        return plain;
    }

    /** @return the same text for those that differ by case only */
    static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
