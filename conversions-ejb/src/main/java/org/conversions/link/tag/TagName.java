package org.conversions.link.tag;

import java.text.Normalizer;
import java.util.Locale;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/** The rules for names of tags and folders. */
public final class TagName {

    static final int LENGTH_MAX = TextColumn.LENGTH_MAX;

    private TagName() {
    }

    /** @return the name without the space around it @throws RequestRefused unprocessable */
    public static String checked(String name) {
        String text = name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        if (text.isEmpty() || text.length() > LENGTH_MAX || key(text).length() > LENGTH_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    "name: must be 1 to " + LENGTH_MAX + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefused.unprocessable("field_malformed", "name: must not contain control characters");
        }
        return text;
    }

    /** @return the same text for names that differ by case only */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
