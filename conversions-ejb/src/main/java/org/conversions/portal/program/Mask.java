package org.conversions.portal.program;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Hides who somebody is, such as a customer from the partner who brought them: what is left tells one from another, and names
 * nobody. How long a hidden part is cannot be seen. Pure.
 */
public final class Mask {

    private static final String HIDDEN = "•••";
    private static final int WORDS_MAX = 3;

    private Mask() {
    }

    /** @param name which may be an email address; null for none @return for instance J••• M••• */
    public static String name(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return name.indexOf('@') >= 0 ? email(name) : Arrays.stream(name.strip().split("\\s+")).limit(WORDS_MAX)
                .map(Mask::word).collect(Collectors.joining(" "));
    }

    /** @param email null for none @return for instance j•••@e•••.com */
    public static String email(String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        String address = email.strip();
        int at = address.lastIndexOf('@');
        return at < 0 ? word(address) : word(address.substring(0, at)) + '@' + host(address.substring(at + 1));
    }

    private static String host(String host) {
        int dot = host.lastIndexOf('.');
        String last = host.substring(dot + 1);
        boolean ending = dot > 0 && !last.isEmpty() && last.chars().allMatch(Character::isLetter);
        return word(ending ? host.substring(0, dot) : host) + (ending ? '.' + last : "");
    }

    /** @return its first letter, and that there may be more */
    private static String word(String text) {
        return text.isEmpty() ? HIDDEN : text.substring(0, text.offsetByCodePoints(0, 1)) + HIDDEN;
    }
}
