package org.conversions.payout.profile;

import org.conversions.platform.RequestRefused;

/** Checks the texts of profiles: bounded, on one line, and without white space around them. */
final class ProfileText {

    private ProfileText() {
    }

    /** @return the text, or null for none. @throws RequestRefused unprocessable, naming the field */
    static String optional(String field, String text, int lengthMax) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > lengthMax) {
            throw RequestRefused.unprocessable("field_too_long", field + ": must have at most " + lengthMax + " characters");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefused.unprocessable("field_malformed", field + ": must be one line without control characters");
        }
        return stripped;
    }

    /** @return the text. @throws RequestRefused unprocessable, naming the field */
    static String required(String field, String text, int lengthMax) {
        String given = optional(field, text, lengthMax);
        if (given == null) {
            throw RequestRefused.unprocessable("field_missing", field + ": is required");
        }
        return given;
    }
}
