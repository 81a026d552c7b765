package org.conversions.platform.database;

import java.util.Locale;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;

/** Names the unique key that a statement met. */
public final class BrokenConstraint {

    /** H2 says the index that it made for the key. */
    private static final Pattern INDEX = Pattern.compile("_index_[0-9a-f]+$");

    private BrokenConstraint() {
    }

    /** @return the name as the schema says it; empty when the database does not say which one it was */
    public static String name(ConstraintViolationException broken) {
        return name(broken.getConstraintName());
    }

    /** @param said in any case, perhaps behind the name of its table or schema */
    static String name(String said) {
        String name = said == null ? "" : said.toLowerCase(Locale.ROOT).strip();
        return INDEX.matcher(name.substring(name.lastIndexOf('.') + 1)).replaceFirst("");
    }
}
