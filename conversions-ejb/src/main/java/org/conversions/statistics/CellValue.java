package org.conversions.statistics;

import org.conversions.click.Click;
import org.conversions.platform.TextColumn;
import org.conversions.platform.secret.TokenHash;

/**
 * The value of a trait, as the key of a cell.
 *
 * @param key  the value itself, if it is short
 * @param text a value that is too long for a key; else null
 */
record CellValue(String key, String text) {

    /** Stands for what has no value, as the campaign of most clicks and all of a click that is not known. */
    static final String NONE = "\u0001";
    /** Begins the key of a long value: its hash follows. */
    static final char LONG = '\u0002';
    /** As much of a value as is distinguished. */
    static final int LENGTH_MAX = 2_000;

    /** @param click null when it is not known */
    static CellValue of(CellTrait trait, Click click) {
        String value = trait == CellTrait.WORKSPACE ? "" : click == null ? null : trait.of(click);
        if (value == null) {
            return new CellValue(NONE, null);
        }
        // Spaces at the end distinguish nothing in the key of a table of MySQL.
        String text = TextColumn.cut(value, LENGTH_MAX).stripTrailing();
        return text.length() <= TextColumn.LENGTH_MAX ? new CellValue(text, null)
                : new CellValue(LONG + TokenHash.sha256(text), text);
    }
}
