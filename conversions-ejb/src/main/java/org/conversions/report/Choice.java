package org.conversions.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;

/**
 * The values that a filter lets through: one of the wanted ones if there are any, and none of the unwanted ones. Pure.
 */
public record Choice(Set<String> wanted, Set<String> unwanted) {

    static final int VALUES_MAX = 100;

    /**
     * @param name      its name in the error
     * @param texts     each a value, a list of values, or either after a {@code -}, which excludes them; null or empty
     *                  for no filter
     * @param separator what stands between the values of a list
     * @param lengthMax characters of a value
     * @param spelling  makes of a value how it is stored
     * @return null when nothing is given
     * @throws RequestRefused unprocessable for too many values, a value that is too long, and a list that excludes only
     *                        some of its values
     */
    static Choice of(String name, List<String> texts, Pattern separator, int lengthMax, UnaryOperator<String> spelling) {
        Choice choice = new Choice(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (String text : texts == null ? List.<String>of() : texts) {
            boolean excluded = text.startsWith("-");
            for (String value : separator.split(text)) {
                String plain = value.strip();
                if (!excluded && plain.startsWith("-")) {
                    throw RequestRefused.unprocessable("field_malformed",
                            name + ": a list begins with - or excludes none of its values");
                }
                choice.add(excluded, spelled(name, plain.startsWith("-") ? plain.substring(1) : plain, lengthMax, spelling));
            }
        }
        if (choice.wanted.size() + choice.unwanted.size() > VALUES_MAX) {
            throw RequestRefused.unprocessable("field_too_many", name + ": must be at most " + VALUES_MAX + " values");
        }
        return choice.wanted.isEmpty() && choice.unwanted.isEmpty() ? null : choice;
    }

    /** @return the choice of only this value or, when it is not wanted, of everything else */
    public static Choice of(String value, boolean wanted) {
        return wanted ? new Choice(Set.of(value), Set.of()) : new Choice(Set.of(), Set.of(value));
    }

    private void add(boolean excluded, String value) {
        if (value != null) {
            (excluded ? unwanted : wanted).add(value);
        }
    }

    private static String spelled(String name, String value, int lengthMax, UnaryOperator<String> spelling) {
        if (value.isEmpty()) {
            return null;
        }
        if (value.length() > lengthMax) {
            throw RequestRefused.unprocessable("field_too_long",
                    name + ": a value must have at most " + lengthMax + " characters");
        }
        return spelling.apply(value);
    }
}
